using Harness.Engines;
using Harness.Reporting.JUnit;
using Harness.Suites;

namespace Harness.Running;

/// <summary>
/// What a host asks for: the command line, the MSBuild task and the Action ask the same way. Null leaves it to the environment, then to
/// the default (<see cref="RunSettings"/>).
/// </summary>
public sealed record RunRequest
{
    /// <summary>Suite files, folders and globs; empty: every <c>smoke.yml</c> below the working directory.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    /// <summary>Absolute path that suites and the output folder are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The artifacts folder.</summary>
    public string? Output { get; init; }

    /// <summary>Which engine.</summary>
    public EngineChoice? Engine { get; init; }

    /// <summary>What overrides the suite files.</summary>
    public SuiteOverrides Overrides { get; init; } = new();

    /// <summary>
    /// What stands in for values of single suites: by absolute path of the suite file, <see cref="SuiteReadOptions.Values"/>.
    /// Overrides are stronger.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> SuiteValues { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Runs only tests whose name holds this.</summary>
    public string? Filter { get; init; }

    /// <summary>Sandboxes at once.</summary>
    public int? Jobs { get; init; }

    /// <summary>Memory that the sandboxes may be granted together, in bytes.</summary>
    public long? MemoryBudgetBytes { get; init; }

    /// <summary>Pulls nothing.</summary>
    public bool? Offline { get; init; }

    /// <summary>An artifacts folder or record of an earlier run to compare with.</summary>
    public string? Baseline { get; init; }

    /// <summary>The dialect of <c>junit.xml</c>.</summary>
    public JUnitDialect? JUnitDialect { get; init; }

    /// <summary>Leaves the containers for somebody to look into.</summary>
    public bool? Keep { get; init; }

    /// <summary>Whether it tries something out, so that the records are none of the suite's history.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether files that <c>harness pin</c> wrote are about to be replaced, so that it does not matter what they contradict.</summary>
    public bool ReplacesPins { get; init; }

    /// <summary>The caller's environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}

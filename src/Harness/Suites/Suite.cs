namespace Harness.Suites;

/// <summary>A suite file, read and checked, with every default filled in and every variable expanded.</summary>
public sealed record Suite
{
    /// <summary>The most that <see cref="Runs"/> may be.</summary>
    public const int MaxRuns = 100;

    /// <summary>Unique name, <c>[a-z0-9][a-z0-9._-]*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of the suite file.</summary>
    public required string File { get; init; }

    /// <summary>The suite file as the user named it, for messages and reports.</summary>
    public required string DisplayFile { get; init; }

    /// <summary>Absolute path of the directory that holds the suite file; other paths are relative to it.</summary>
    public required string Directory { get; init; }

    /// <summary>Image reference as written, variables expanded.</summary>
    public required string Image { get; init; }

    /// <summary>Whether an image without digest is accepted with a warning.</summary>
    public bool AllowUnpinned { get; init; }

    /// <summary>OCI platform to insist on; null: the engine's own.</summary>
    public string? Platform { get; init; }

    /// <summary>What is installed and how.</summary>
    public required PythonOptions Python { get; init; }

    /// <summary>Environment of every step, besides Harness's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The directory mounted at <c>/workspace</c>.</summary>
    public required WorkspaceOptions Workspace { get; init; }

    /// <summary>Resource limits.</summary>
    public required SuiteLimits Limits { get; init; }

    /// <summary>Deadlines.</summary>
    public required SuiteTimeouts Timeouts { get; init; }

    /// <summary>Which steps have a network.</summary>
    public required NetworkOptions Network { get; init; }

    /// <summary>User of the steps, <c>uid:gid</c> or <c>root</c>.</summary>
    public required string User { get; init; }

    /// <summary>Fresh containers that are compared with each other; 1 switches the comparison off.</summary>
    public required int Runs { get; init; }

    /// <summary>What the second run varies.</summary>
    public IReadOnlyList<string> Vary { get; init; } = [];

    /// <summary>When an attempt is made again.</summary>
    public required RetryOptions Retries { get; init; }

    /// <summary>What is done about packages that are built from source.</summary>
    public required SourceBuildPolicy SourceBuilds { get; init; }

    /// <summary>The smoke tests, in order; at least one.</summary>
    public required IReadOnlyList<SmokeTest> Tests { get; init; }

    /// <summary>Values that are replaced by <c>***</c> in everything written.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Where each key stands in the file, by path such as <c>tests[1].run</c>.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Positions { get; init; } = new Dictionary<string, SourcePosition>();
}

using Harness.Engines;
using Harness.Engines.Sandboxes.Pool;
using Harness.Evidence;
using Harness.Running.Breaking;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What all attempts of a suite share.</summary>
internal sealed record RunContext
{
    public required SuiteEvidence About { get; init; }

    public required Suite Suite { get; init; }

    public required IContainerEngine Engine { get; init; }

    public required SuiteFolder Folder { get; init; }

    public required Journal Journal { get; init; }

    public required Redactor Redactor { get; init; }

    public required IRunProgress Progress { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The circuit of the engine.</summary>
    public required Circuit Circuit { get; init; }

    /// <summary>What this run varies; the suite has most of it in it already.</summary>
    public IReadOnlyList<string> Varied { get; init; } = [];

    public required RunStop Stop { get; init; }

    /// <summary>Hands out the containers of the runs, and has the next one ready.</summary>
    public required SandboxPool Sandboxes { get; init; }

    /// <summary>Whether containers stay for somebody to look into.</summary>
    public required bool Keep { get; init; }

    /// <summary>What the whole suite has of time.</summary>
    public required SuiteClock Clock { get; init; }
}

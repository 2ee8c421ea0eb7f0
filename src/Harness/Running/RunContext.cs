using Harness.Engines;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>What all attempts of a suite share.</summary>
internal sealed record RunContext
{
    public required SuiteEvidence About { get; init; }

    public required Suite Suite { get; init; }

    public required IContainerEngine Engine { get; init; }

    public required ImageInfo Image { get; init; }

    public required SandboxOwner Owner { get; init; }

    public required SuiteFolder Folder { get; init; }

    public required Journal Journal { get; init; }

    public required Redactor Redactor { get; init; }

    public required IRunProgress Progress { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>When the whole suite must have ended.</summary>
    public required DateTimeOffset Deadline { get; init; }
}

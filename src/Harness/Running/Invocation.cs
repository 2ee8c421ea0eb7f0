using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Running.Breaking;

namespace Harness.Running;

/// <summary>What all suites of an invocation share.</summary>
internal sealed record Invocation
{
    public required EngineConnection Connection { get; init; }

    public IContainerEngine Engine => Connection.Engine;

    public required ImageStore Images { get; init; }

    public required SandboxOwner Owner { get; init; }

    public required Admission Admission { get; init; }

    public required ArtifactsFolder Artifacts { get; init; }

    public required IRunProgress Progress { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>What several suites in a row failed of, the others do not try.</summary>
    public required Circuits Circuits { get; init; }

    /// <summary>Whether nothing is pulled.</summary>
    public required bool Offline { get; init; }

    public required RunStop Stop { get; init; }

    /// <summary>Whether containers stay for somebody to look into.</summary>
    public required bool Keep { get; init; }

    /// <summary>The engine as the records show it.</summary>
    public EngineEvidence EngineEvidence => EngineEvidence.Of(Engine.Info, Discovery);

    private EngineDiscovery Discovery => new(
        Connection.Candidate.Source,
        Connection.Candidate.Address,
        Connection.PassedOver.Count == 0
            ? null
            : [.. Connection.PassedOver.Select(passed => new EnginePassedOver(passed.Candidate.Source, passed.Candidate.Address, passed.Reason))]);
}

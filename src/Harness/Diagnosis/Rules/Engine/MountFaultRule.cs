using Harness.Engines;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>The sandbox's user cannot read what it was given. Needs: the fault, which the first step found by trying as that user.</summary>
internal static class MountFaultRule
{
    public static Cause? Explain(AttemptEvidence evidence, Fault fault) => fault.Kind != EngineFault.MountUnreadable
        ? null
        : CauseBuilder.Create("workspace-unreadable", Confidence.Witnessed, fault.Message).Because("sandbox", fault.Message)
            .At(evidence.Suite.Positions.GetValueOrDefault("workspace.path") ?? evidence.Suite.Positions.GetValueOrDefault("user"));
}

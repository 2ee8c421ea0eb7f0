using Harness.Engines;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>The engine cannot be used. Needs: the fault as the engine's connection named it, which also knows what was set to lead there.</summary>
internal static class EngineFaultRule
{
    public static Cause? Explain(AttemptEvidence evidence, Fault fault) => fault.Kind switch
    {
        EngineFault.EngineNotFound => Create("engine-not-found", fault, fault.Remedy),
        EngineFault.EngineNotRunning => Create("engine-not-running", fault, fault.Remedy),
        EngineFault.EnginePermission => Create("engine-permission", fault, fault.Remedy),
        EngineFault.EngineLost => Create("engine-lost", fault, $"Look at the engine's own log (journalctl -u docker); when it was restarted, run {evidence.Suite.DisplayFile} again."),
        _ => null,
    };

    private static Cause Create(string name, Fault fault, string? remedy) =>
        CauseBuilder.Create(name, Confidence.Stated, fault.Fact ?? fault.Message, remedy).Because("engine", fault.Words ?? fault.Message);
}

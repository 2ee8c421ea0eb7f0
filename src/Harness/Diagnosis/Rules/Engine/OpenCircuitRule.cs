using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>Others had failed of the same before, so that this one did not try. Needs: the open circuit.</summary>
internal static class OpenCircuitRule
{
    public static Cause? Explain(AttemptEvidence evidence, Fault fault) => fault.Circuit is not { } circuit || CauseCatalog.Find(circuit.Cause) is null
        ? null
        : (CauseBuilder.Create(circuit.Cause, Confidence.Own, fault.Message,
            $"See suite {circuit.First}, which failed first; once {circuit.Dependency} works, run {evidence.Suite.DisplayFile} again.") with { Subject = circuit.Dependency })
            .Because("circuit-breaker", $"{circuit.Dependency}: {circuit.Suites} suites in a row ended with {circuit.Cause}")
            .Because($"suite {circuit.First}", circuit.Summary);
}

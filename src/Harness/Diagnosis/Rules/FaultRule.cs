using Harness.Engines;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules;

/// <summary>Engine, registry and image failures, which arrive with their name.</summary>
internal sealed class FaultRule : ICauseRule
{
    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Fault is { } fault)
            yield return For(fault, evidence);
    }

    private static Cause For(Fault fault, AttemptEvidence evidence)
    {
        var (name, source) = fault.Kind switch
        {
            EngineFault.EngineNotFound => ("engine-not-found", "engine"),
            EngineFault.EngineNotRunning => ("engine-not-running", "engine"),
            EngineFault.EnginePermission => ("engine-permission", "engine"),
            EngineFault.EngineLost => ("engine-lost", "engine"),
            EngineFault.ImageNotFound => ("image-not-found", "registry"),
            EngineFault.ImageDigestMismatch => ("image-digest-mismatch", "registry"),
            EngineFault.RegistryUnreachable => ("registry-unreachable", "registry"),
            EngineFault.RegistryDenied => ("registry-denied", "registry"),
            EngineFault.RegistryRateLimited => ("registry-rate-limited", "registry"),
            EngineFault.PlatformMismatch => ("platform-mismatch", "engine"),
            EngineFault.ContainerRemoved => ("container-removed", "engine"),
            _ => ("container-start-failed", "engine"),
        };
        var aboutImage = fault.Kind is EngineFault.ImageNotFound or EngineFault.ImageDigestMismatch or EngineFault.PlatformMismatch
            or EngineFault.RegistryDenied or EngineFault.RegistryRateLimited or EngineFault.RegistryUnreachable;
        var cause = CauseBuilder.Create(name, Confidence.Stated, fault.Message, step: evidence.Deciding).Because(source, fault.Message);
        return aboutImage
            ? (cause with { Subject = evidence.Suite.Image }).At(evidence.Suite.Positions.GetValueOrDefault("image"))
            : cause;
    }
}

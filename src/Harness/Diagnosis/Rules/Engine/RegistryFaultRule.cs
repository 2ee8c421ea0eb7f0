using Harness.Engines;
using Harness.Engines.Images;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>The image cannot be had from its registry. Needs: the fault as the pull named it from the engine's words.</summary>
internal static class RegistryFaultRule
{
    public static Cause? Explain(AttemptEvidence evidence, Fault fault)
    {
        var image = evidence.Suite.Image;
        var host = ImageReference.TryParse(image, out var reference, out _) && reference.Name.Split('/') is [var first, _, ..] && first.AsSpan().ContainsAny(".:") ? first : null;
        var (registry, login) = host is null ? ("Docker Hub (registry-1.docker.io)", "docker login") : (host, $"docker login {host}");
        return fault.Kind switch
        {
            EngineFault.RegistryUnreachable => Create("registry-unreachable", $"Check that the engine reaches {registry}: its name, proxy, firewall, certificate, and whether it works at all; then run again. What is on the engine already needs no registry."),
            EngineFault.RegistryDenied => Create("registry-denied", $"Run {login} with an account that may read {image.Split('@')[0]}, and check that the name is right."),
            EngineFault.RegistryRateLimited => Create("registry-rate-limited", $"Run {login}, use a mirror, or wait; docker pull {image} beforehand keeps the image on the engine."),
            EngineFault.ImageNotFound when fault.Message.Contains(ImageStore.SwitchedOff, StringComparison.Ordinal) => Create("image-not-found",
                $"Leave out --offline or unset HARNESS_OFFLINE, or pull it before: docker pull {image}"),
            EngineFault.ImageNotFound => Create("image-not-found", $"Check name and digest of {image.Split('@')[0]}: a digest can be deleted upstream{Todays()}. When the repository is private, run {login}."),
            EngineFault.ImageDigestMismatch => Create("image-digest-mismatch", $"Do not use what {registry} sends for {image}; pull from the registry that the digest was taken from."),
            _ => null,
        };

        // Without a tag it would be latest, which need not exist.
        string Todays() => reference?.Tag is null ? "" : $" (docker pull {image.Split('@')[0]} shows today's)";

        // Engines are asked by the digest alone; the suite's own words are what its author looks for.
        string Summary(string text) => reference is null ? text : text.Replace(reference.ForEngine, image, StringComparison.Ordinal);

        Cause Create(string name, string remedy) => (CauseBuilder.Create(name, Confidence.Stated, Summary(fault.Fact ?? fault.Message), remedy) with { Subject = image })
            .At(evidence.Suite.Positions.GetValueOrDefault("image")).Because("registry", fault.Words ?? fault.Message);
    }
}

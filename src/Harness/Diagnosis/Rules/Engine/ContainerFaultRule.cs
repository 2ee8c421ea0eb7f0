using Harness.Engines;
using Harness.Engines.Podman;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>
/// The container could not be made, started or used. Needs: the fault in the engine's words, and what the container printed. An
/// image of another platform says so in as many words, or its first program cannot be executed.
/// </summary>
internal static class ContainerFaultRule
{
    public static Cause Explain(AttemptEvidence evidence, Fault fault)
    {
        var image = evidence.Suite.Image;
        var foreign = fault.Kind == EngineFault.PlatformMismatch || fault.Message.Contains("exec format error", StringComparison.OrdinalIgnoreCase);
        var cause = (foreign, fault.Kind) switch
        {
            (true, _) => CauseBuilder.Create("platform-mismatch", Confidence.Stated, fault.Fact ?? fault.Message,
                $"Pin the digest of an image for the engine's platform, or set platform to one that {image.Split('@')[0]} has."),
            (_, EngineFault.ContainerRemoved) => CauseBuilder.Create("container-removed", Confidence.Stated, fault.Message,
                $"Find what removes containers here (docker rm -f, docker container prune, a clean-up job) and let it spare the label io.harness.suite={evidence.Suite.Name}."),
            _ when PodmanInit.IsMissing(fault.Message) => CauseBuilder.Create("container-start-failed", Confidence.Stated, MissingInit.Fact, MissingInit.Remedy),
            _ => CauseBuilder.Create("container-start-failed", Confidence.Stated, fault.Message,
                $"Correct what the engine names; to see it by hand: docker run --rm {image} true (or podman run)"),
        };
        if (PodmanInit.IsMissing(fault.Message))
            return cause.Because("engine", fault.Message); // of the engine, whatever the image
        var position = foreign ? evidence.Suite.Positions.GetValueOrDefault("platform") : null;
        return (cause with { Subject = image }).At(position ?? evidence.Suite.Positions.GetValueOrDefault("image")).Because("engine", fault.Words ?? fault.Message);
    }
}

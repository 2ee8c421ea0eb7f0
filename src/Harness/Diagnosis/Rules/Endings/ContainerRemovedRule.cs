using Harness.Engines;
using Harness.Engines.Sandboxes;

namespace Harness.Diagnosis.Rules.Endings;

/// <summary>
/// Somebody removed the container. Needs: a <c>destroy</c> event before Harness's own removal, or an engine that no longer
/// knows the container. Why it was removed, and what would have become of the step, is not knowable.
/// </summary>
internal static class ContainerRemovedRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.EndedByHarness)
            return null;
        var removed = @case.ContainerEnd.Removed;
        var gone = @case.Around.Fault == EngineFault.ContainerRemoved
            || @case.Termination is { Reason: TerminationReason.Lost, By: TerminatedBy.Engine };
        if (removed is null && !gone)
            return null;
        var kill = @case.ContainerEnd.Kill;
        return @case.Create("container-removed", removed is null ? Confidence.Stated : Confidence.Witnessed,
            $"The container was removed during {@case.Name}, and not by Harness.",
            $"Find what removes containers here (docker rm -f, docker container prune, a clean-up job) and let it spare the label io.harness.suite={@case.Suite.Name}.")
            .BecauseIf(removed is not null, "engine-events", () => $"destroy at {removed!.At.UtcDateTime:HH:mm:ss.fff}, before Harness removed anything")
            .BecauseIf(kill is not null, "engine-events", () => $"kill, signal {kill!.Signal}")
            .BecauseIf(removed is null, "engine", () => "it no longer knows the container");
    }
}

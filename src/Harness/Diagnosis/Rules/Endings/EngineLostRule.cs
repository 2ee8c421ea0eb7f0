using Harness.Engines;

namespace Harness.Diagnosis.Rules.Endings;

/// <summary>
/// The engine went away under a step, or took its containers down as it went. Needs: a connection that broke and was not made
/// again (sure of the loss, not of its reason), or a <c>stop</c> event that no <c>kill</c> precedes (likely: the kill's event may
/// be what is lost).
/// </summary>
internal static class EngineLostRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.EndedByHarness)
            return null;
        var stopped = @case.ContainerEnd.Stopped;
        if (@case.Around.Fault != EngineFault.EngineLost && stopped is null)
            return null;
        var cause = @case.Create("engine-lost", @case.Around.Fault == EngineFault.EngineLost ? Confidence.Witnessed : Confidence.Likely,
            stopped is null ? $"The engine stopped answering during {@case.Name}." : $"The engine shut down during {@case.Name} and took the container with it.",
            $"Look at the engine's own log around {When(@case)} (journalctl -u docker); when it was restarted, run {@case.Suite.DisplayFile} again.");
        return cause
            .BecauseIf(@case.Around.Fault == EngineFault.EngineLost, "engine", () => @case.Around.StartError ?? "its event stream ended and could not be opened again")
            .BecauseIf(stopped is not null, "engine-events", () => $"stop at {stopped!.At.UtcDateTime:HH:mm:ss.fff}, without a kill")
            .SettledBy("the engine's own log");
    }

    private static string When(Case @case) =>
        @case.Result.StartedAt is { } start ? $"{start.AddSeconds(@case.Result.DurationSeconds).UtcDateTime:HH:mm:ss} UTC" : "the end of the step";
}

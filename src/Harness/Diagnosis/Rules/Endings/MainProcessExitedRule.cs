using Harness.Running;

namespace Harness.Diagnosis.Rules.Endings;

/// <summary>The main process ended by itself and took the step with it. Needs: a <c>die</c> event with a code that is no signal's, and no kill. Sure.</summary>
internal static class MainProcessExitedRule
{
    private const int FirstSignalCode = 128;
    private const int NotExecutable = 126;
    private const int NotFound = 127;

    public static Cause? Explain(Case @case)
    {
        if (@case is not { EndedByHarness: false, ContainerEnd: { Kill: null, Stopped: null, Oom: null, Died: { ExitCode: null or <= FirstSignalCode } died } })
            return null;
        if (@case.Name == StepPlan.Sanity && died.ExitCode is (NotExecutable or NotFound))
        {
            // It never ran: seen by the first step where the end came too late for the start to see it.
            return (CauseBuilder.Create("container-start-failed", Confidence.Stated, $"The container ended with exit code {died.ExitCode} as it started: {@case.Around.StartError ?? "its main process could not be run."}",
                $"Use an image that has a program to keep it alive ('sleep'); to see it by hand: docker run --rm {@case.Suite.Image} true") with
            { Subject = @case.Suite.Image })
                .At(@case.Key("image")).Because("engine-events", $"die, exit code {died.ExitCode}, at {died.At.UtcDateTime:HH:mm:ss.fff}, without a kill");
        }

        return @case.Create("main-process-exited", Confidence.Witnessed,
            $"The container's main process ended with exit code {died.ExitCode} during {@case.Name}.",
            $"Check that 'sleep' of {@case.Suite.Image} is a real one: Harness keeps the container alive with it; exit code {died.ExitCode} is its own.")
            .At(@case.Key("image"))
            .Because("engine-events", $"die, exit code {died.ExitCode}, at {died.At.UtcDateTime:HH:mm:ss.fff}, without a kill");
    }
}

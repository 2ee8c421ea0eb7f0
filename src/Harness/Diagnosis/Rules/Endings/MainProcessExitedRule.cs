namespace Harness.Diagnosis.Rules.Endings;

/// <summary>The main process ended by itself and took the step with it. Needs: a <c>die</c> event with a code that is no signal's, and no kill. Sure.</summary>
internal static class MainProcessExitedRule
{
    private const int FirstSignalCode = 128;

    public static Cause? Explain(Case @case)
    {
        if (@case is not { EndedByHarness: false, ContainerEnd: { Kill: null, Stopped: null, Oom: null, Died: { ExitCode: null or <= FirstSignalCode } died } })
            return null;
        return @case.Create("main-process-exited", Confidence.Witnessed,
            $"The container's main process ended with exit code {died.ExitCode} during {@case.Name}.",
            $"Check that 'sleep' of {@case.Suite.Image} is a real one: Harness keeps the container alive with it; exit code {died.ExitCode} is its own.")
            .At(@case.Key("image"))
            .Because("engine-events", $"die, exit code {died.ExitCode}, at {died.At.UtcDateTime:HH:mm:ss.fff}, without a kill");
    }
}

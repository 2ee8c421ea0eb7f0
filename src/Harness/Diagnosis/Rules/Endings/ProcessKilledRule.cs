namespace Harness.Diagnosis.Rules.Endings;

/// <summary>
/// A process was ended by a signal while its container lived on, with no OOM kill, no kill event and no entry in the ledger.
/// Harness's own steps do not return such codes by themselves, so that the signal came from outside (likely). A test may well:
/// its own code and a signal look alike, and then this is only a guess that follows the plain fact.
/// </summary>
internal static class ProcessKilledRule
{
    private const int FirstSignalCode = 128;

    public static Cause? Explain(Case @case)
    {
        if (@case is not { EndedByItself: true, ContainerEnd.Died: null } || (@case.ExitCode - FirstSignalCode) is not (1 or 2 or 9 or 15))
            return null;
        var signal = SignalNames.Of(@case.ExitCode - FirstSignalCode);
        return @case.Create("killed-externally", @case.Test is null ? Confidence.Likely : Confidence.Guess,
            $"{@case.Name} may have been ended by {signal} from outside.",
            $"Find what sends {signal} to processes on this machine (kill, pkill, a watchdog); when nothing does, {@case.Name} returned {@case.ExitCode} itself.")
            .Because("exit-code", $"{@case.ExitCode} = 128 + {@case.ExitCode - FirstSignalCode}")
            .Because("engine-events", "no kill, no oom, and the container lived on")
            .SettledBy("knowing whether the program itself returned that code or was sent the signal, which leaves no trace on the engine");
    }
}

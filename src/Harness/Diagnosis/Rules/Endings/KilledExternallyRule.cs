using Harness.Engines;

namespace Harness.Diagnosis.Rules.Endings;

/// <summary>
/// Somebody else ended the container. Needs: a <c>kill</c> event that is not in Harness's ledger (sure), or a main process that
/// a signal ended without such an event: the main process only sleeps, so that the signal came from the machine, or from a stop
/// that Podman did not report (likely).
/// Against: an OOM kill that is nearer to the end.
/// </summary>
internal static class KilledExternallyRule
{
    private const int FirstSignalCode = 128;

    public static Cause? Explain(Case @case)
    {
        var end = @case.ContainerEnd;
        if (@case.EndedByHarness || (end.Died is null && @case.Evidence.FinalState is { Running: true }))
            return null;
        if (end is { Kill: { } kill, KillIsNearer: true })
            return ThroughEngine(@case, kill);
        return end is { Kill: null, Oom: null, Stopped: null, Died: { ExitCode: > FirstSignalCode } died } ? FromMachine(@case, died) : null;
    }

    private static Cause ThroughEngine(Case @case, EngineEvent kill)
    {
        var oom = @case.ContainerEnd.Oom;
        var cause = @case.Create("killed-externally", Confidence.Witnessed,
            $"The container was killed with {SignalNames.Of(kill.Signal)} during {@case.Name}, and not by Harness.",
            $"Find who ran docker kill or docker stop (or the same of podman) at {kill.At.UtcDateTime:HH:mm:ss} UTC (a clean-up job, another job on this machine, a person) and run {@case.Suite.DisplayFile} again.")
            .Because("engine-events", $"kill, signal {kill.Signal}, at {kill.At.UtcDateTime:HH:mm:ss.fff}")
            .Because("kill-ledger", "no entry for it");
        return oom is null ? cause : cause.Despite("engine-events", $"an OOM kill at {oom.At.UtcDateTime:HH:mm:ss.fff}, farther from the end");
    }

    private static Cause FromMachine(Case @case, EngineEvent died) => @case.Create("killed-externally", Confidence.Likely,
        $"The container's main process was ended by {SignalNames.Of(died.ExitCode - FirstSignalCode)} during {@case.Name}, and the engine reported no kill.",
        $"Find what sends {SignalNames.Of(died.ExitCode - FirstSignalCode)} to processes on this machine (kill, pkill, a watchdog, systemd-oomd, or podman stop, which Podman does not always report) and run {@case.Suite.DisplayFile} again.")
        .Because("engine-events", $"die, exit code {died.ExitCode}, at {died.At.UtcDateTime:HH:mm:ss.fff}, without a kill")
        .Because("kill-ledger", "no entry for it")
        .SettledBy("the machine's own log of who sends signals (auditd, or journalctl of systemd-oomd)");
}

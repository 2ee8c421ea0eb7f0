namespace Harness.Engines.Sandboxes;

/// <summary>
/// Says how a command ended. 137 alone proves nothing: what Harness did itself comes first, then the engine's events and the
/// cgroup's counters, and only then the exit code.
/// </summary>
internal static class TerminationClassifier
{
    public static Termination Classify(TerminationFacts facts)
    {
        if (facts.StoppedFor is { } reason)
            return new(Stopped(reason), facts.ExitCode, StopSignal(facts), TerminatedBy.Harness);
        if (facts.NotStarted)
            return new(TerminationReason.NotStarted);
        if (IsMemory(facts))
            return new(TerminationReason.Memory, facts.ExitCode, Signals.FromExitCode(facts.ExitCode), TerminatedBy.Kernel);

        // Whatever ends the main process ends the rest by SIGKILL. A command with another code ended before that.
        var swept = facts.ExitCode is null or Signals.KilledCode;
        if (swept && facts.Removed)
            return new(TerminationReason.Lost, facts.ExitCode, Signals.FromExitCode(facts.ExitCode), TerminatedBy.Engine);
        // An engine that comes back may end what it finds, by signals of its own.
        if (swept && facts is { MainEnded: true, EngineLost: false, ForeignSignal: { } signal })
            return new(TerminationReason.Signalled, facts.ExitCode, signal, TerminatedBy.Engine);
        if (swept && (facts.MainEnded || facts.EngineLost || facts.ExitCode is null))
            return new(TerminationReason.Lost, facts.ExitCode, Signals.FromExitCode(facts.ExitCode), TerminatedBy.Unknown);

        return Signals.FromExitCode(facts.ExitCode) is { } own
            ? new(TerminationReason.Signalled, facts.ExitCode, own, TerminatedBy.Unknown)
            : new(TerminationReason.Exited, facts.ExitCode);
    }

    // The counter is exact as long as it can be read to the end; it is gone when the container is, and then the event speaks.
    private static bool IsMemory(TerminationFacts facts) => facts.OomKills is { } kills ? kills > 0 : facts.OomEvent;

    // What ended by the kind signal is also sent the other, for what it left in the background. A code of its own means that it heard the kind one.
    private static int? StopSignal(TerminationFacts facts) => facts switch
    {
        { StopSignals: [] } => null,
        { ExitCode: null or Signals.KilledCode } => facts.StopSignals[^1],
        _ => facts.StopSignals[0],
    };

    private static TerminationReason Stopped(KillReason reason) => reason switch
    {
        KillReason.Timeout => TerminationReason.Timeout,
        KillReason.Output => TerminationReason.Output,
        KillReason.Policy => TerminationReason.Signalled,
        _ => TerminationReason.Interrupted,
    };
}

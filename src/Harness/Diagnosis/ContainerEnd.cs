using Harness.Engines;

namespace Harness.Diagnosis;

/// <summary>How a container ended under a step, by the engine's events; what Harness did to it itself is left out.</summary>
internal sealed record ContainerEnd
{
    /// <summary>The last kill at somebody else's request.</summary>
    public EngineEvent? Kill { get; private init; }

    /// <summary>The end of its main process, unless Harness killed it.</summary>
    public EngineEvent? Died { get; private init; }

    /// <summary>The engine took it down without being asked to kill it, as it does when it shuts down.</summary>
    public EngineEvent? Stopped { get; private init; }

    /// <summary>Its removal, if it was gone when Harness looked at it for the last time.</summary>
    public EngineEvent? Removed { get; private init; }

    /// <summary>The last OOM kill while the step ran.</summary>
    public EngineEvent? Oom { get; private init; }

    /// <summary>Whether the kill is nearer to the step's end than the OOM kill, which may have been survived.</summary>
    public bool KillIsNearer { get; private init; }

    public static ContainerEnd Of(Case @case)
    {
        var own = @case.Evidence.Kills.Where(kill => kill.Target == "container").Select(kill => kill.Signal).ToList();
        var ledger = own.Count;
        var kill = @case.EventsToEnd.LastOrDefault(e => e.Action == "kill" && !(e.Signal is { } signal && own.Remove(signal)));
        var died = own.Count == ledger ? @case.EventsToEnd.FirstOrDefault(e => e.Action == "die") : null;
        var oom = @case.EventsDuring.LastOrDefault(e => e.Action == "oom");
        return new()
        {
            Kill = kill,
            Died = died,
            Stopped = kill is null && own.Count == ledger ? @case.EventsToEnd.FirstOrDefault(e => e.Action == "stop") : null,
            Removed = @case.Evidence.FinalState is null ? @case.EventsToEnd.FirstOrDefault(e => e.Action == "destroy") : null,
            Oom = oom,
            KillIsNearer = IsNearer(kill, oom, End(@case) ?? died),
        };
    }

    // The engine reports the end of an exec under its code; with docker kill that comes even before the kill itself.
    private static EngineEvent? End(Case @case) => @case.EventsDuring.LastOrDefault(e => e.Action == "exec_die" && e.ExitCode == @case.ExitCode);

    private static bool IsNearer(EngineEvent? kill, EngineEvent? oom, EngineEvent? end) =>
        kill is not null && (oom is null || end is null || (end.At - kill.At).Duration() <= (end.At - oom.At).Duration());
}

namespace CliWrap.EventStream;

/// <summary>The process runs. Always the first event.</summary>
public class StartedCommandEvent(int processId) : CommandEvent
{
    public int ProcessId { get; } = processId;

    public override string ToString() => $"Process ID: {ProcessId}";
}

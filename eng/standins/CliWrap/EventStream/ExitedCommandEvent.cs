namespace CliWrap.EventStream;

/// <summary>The process exited and its exit code passed the validation. Always the last event.</summary>
public class ExitedCommandEvent(int exitCode) : CommandEvent
{
    public int ExitCode { get; } = exitCode;

    public override string ToString() => $"Exit code: {ExitCode}";
}

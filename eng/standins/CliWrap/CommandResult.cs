namespace CliWrap;

/// <summary>How an execution ended.</summary>
public class CommandResult(int exitCode, DateTimeOffset startTime, DateTimeOffset exitTime)
{
    /// <summary>The exit code; 128 + n for a process that signal n ended.</summary>
    public int ExitCode { get; } = exitCode;

    public bool IsSuccess => ExitCode == 0;

    public DateTimeOffset StartTime { get; } = startTime;

    public DateTimeOffset ExitTime { get; } = exitTime;

    public TimeSpan RunTime => ExitTime - StartTime;

    public static implicit operator int(CommandResult result) => result.ExitCode;

    public static implicit operator bool(CommandResult result) => result.IsSuccess;
}

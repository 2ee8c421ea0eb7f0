namespace CliWrap.Exceptions;

/// <summary>The command ran and did not pass its validation.</summary>
public class CommandExecutionException : CliWrapException
{
    public CommandExecutionException(ICommandConfiguration command, int exitCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Command = command;
        ExitCode = exitCode;
    }

    public CommandExecutionException(ICommandConfiguration command, int exitCode, string message)
        : this(command, exitCode, message, innerException: null)
    {
    }

    public ICommandConfiguration Command { get; }

    public int ExitCode { get; }
}

namespace SimpleExec;

/// <summary>A command exited with a code that means failure.</summary>
public class ExitCodeException(int exitCode) : Exception
{
    public int ExitCode { get; } = exitCode;

    public override string Message => $"The command exited with code {ExitCode}.";
}

namespace SimpleExec;

/// <summary>A command whose output was read exited with a code that means failure.</summary>
public class ExitCodeReadException(int exitCode, string standardOutput, string standardError) : ExitCodeException(exitCode)
{
    public string StandardOutput { get; } = standardOutput;

    public string StandardError { get; } = standardError;

    public override string Message => string.Join(
        Environment.NewLine + Environment.NewLine,
        base.Message,
        "Standard output (stdout):",
        StandardOutput,
        "Standard error (stderr):",
        StandardError);
}

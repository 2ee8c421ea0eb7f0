namespace CliWrap;

/// <summary>What is checked once the process has exited.</summary>
[Flags]
public enum CommandResultValidation
{
    /// <summary>Every exit code is a result.</summary>
    None = 0b0,

    /// <summary>An exit code other than 0 is a <see cref="Exceptions.CommandExecutionException" />.</summary>
    ZeroExitCode = 0b1,
}

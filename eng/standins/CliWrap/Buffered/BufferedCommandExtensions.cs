using System.Text;
using CliWrap.Exceptions;

namespace CliWrap.Buffered;

/// <summary>Execution that keeps both outputs in memory, however long they are: for commands that are known to say little.</summary>
public static class BufferedCommandExtensions
{
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken)
    {
        var standardOutput = new StringBuilder();
        var standardError = new StringBuilder();

        var execution = command
            .WithStandardOutputPipe(PipeTarget.Merge(
                command.StandardOutputPipe,
                PipeTarget.ToStringBuilder(standardOutput, standardOutputEncoding)))
            .WithStandardErrorPipe(PipeTarget.Merge(
                command.StandardErrorPipe,
                PipeTarget.ToStringBuilder(standardError, standardErrorEncoding)))
            .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken);

        return new CommandTask<BufferedCommandResult>(CollectAsync(execution, standardOutput, standardError), execution.ProcessId);
    }

    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(standardOutputEncoding, standardErrorEncoding, cancellationToken, CancellationToken.None);

    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(encoding, encoding, cancellationToken);

    /// <summary>Decodes with <see cref="Encoding.Default" />.</summary>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(Encoding.Default, cancellationToken);

    private static async Task<BufferedCommandResult> CollectAsync(
        CommandTask<CommandResult> execution,
        StringBuilder standardOutput,
        StringBuilder standardError)
    {
        try
        {
            var result = await execution.ConfigureAwait(false);
            return new BufferedCommandResult(
                result.ExitCode,
                result.StartTime,
                result.ExitTime,
                standardOutput.ToString(),
                standardError.ToString());
        }
        catch (CommandExecutionException exception)
        {
            throw new CommandExecutionException(
                exception.Command,
                exception.ExitCode,
                $"""
                The command failed; the inner exception says how.

                Standard error:
                {standardError.ToString().Trim()}
                """,
                exception);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;

namespace CliWrap.EventStream;

/// <summary>Execution as a stream of events, at the consumer's pace: while it is busy the process waits.</summary>
/// <remarks>A consumer that leaves the loop early ends the process, which the published package leaves running.</remarks>
public static class EventStreamCommandExtensions
{
    public static async IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        [EnumeratorCancellation] CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken)
    {
        var events = Channel.CreateBounded<CommandEvent>(1);
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(forcefulCancellationToken);

        var execution = command
            .WithStandardOutputPipe(PipeTarget.Merge(
                command.StandardOutputPipe,
                Publish(events, line => new StandardOutputCommandEvent(line), standardOutputEncoding)))
            .WithStandardErrorPipe(PipeTarget.Merge(
                command.StandardErrorPipe,
                Publish(events, line => new StandardErrorCommandEvent(line), standardErrorEncoding)))
            .ExecuteAsync(abandoned.Token, gracefulCancellationToken);

        var completion = CompleteAsync(execution, events, forcefulCancellationToken);
        try
        {
            yield return new StartedCommandEvent(execution.ProcessId);

            await foreach (var commandEvent in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return commandEvent;

            var result = await completion.ConfigureAwait(false);
            yield return new ExitedCommandEvent(result.ExitCode);
        }
        finally
        {
            await abandoned.CancelAsync().ConfigureAwait(false);
            await ((Task)completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // thrown above, if anyone listens
        }
    }

    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default) =>
        command.ListenAsync(standardOutputEncoding, standardErrorEncoding, cancellationToken, CancellationToken.None);

    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default) =>
        command.ListenAsync(encoding, encoding, cancellationToken);

    /// <summary>Decodes with <see cref="Encoding.Default" />.</summary>
    public static IAsyncEnumerable<CommandEvent> ListenAsync(this Command command, CancellationToken cancellationToken = default) =>
        command.ListenAsync(Encoding.Default, cancellationToken);

    private static PipeTarget Publish(Channel<CommandEvent> events, Func<string, CommandEvent> create, Encoding encoding) =>
        PipeTarget.ToDelegate(
            (line, cancellationToken) => events.Writer.WriteAsync(create(line), cancellationToken).AsTask(),
            encoding);

    private static async Task<CommandResult> CompleteAsync(
        CommandTask<CommandResult> execution,
        Channel<CommandEvent> events,
        CancellationToken forcefulCancellationToken)
    {
        try
        {
            return await execution.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (forcefulCancellationToken.IsCancellationRequested)
        {
            // The execution knows only the linked token; the caller asks for its own.
            throw new OperationCanceledException(exception.Message, exception, forcefulCancellationToken);
        }
        finally
        {
            events.Writer.Complete();
        }
    }
}

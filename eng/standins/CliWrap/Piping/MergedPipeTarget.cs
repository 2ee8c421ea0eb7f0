using System.Buffers;
using System.IO.Pipelines;

namespace CliWrap.Piping;

/// <summary>
/// Feeds several targets from one output. Each has a pipe of bounded size, so a slow target holds the process back
/// instead of filling memory. One that fails stops the others; one that has read enough is left out from then on.
/// </summary>
internal sealed class MergedPipeTarget(IReadOnlyList<PipeTarget> targets) : PipeTarget
{
    public IReadOnlyList<PipeTarget> Targets { get; } = targets;

    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Pipe[] pipes = [.. Targets.Select(_ => new Pipe(new PipeOptions(useSynchronizationContext: false)))];

        // One thread each to begin with: a target that blocks must not keep the next one from starting.
        var reading = Targets.Zip(pipes, (target, pipe) => Task.Run(() => ReadAsync(target, pipe.Reader, stop), CancellationToken.None));
        Task[] all = [.. reading, WriteAsync(origin, [.. pipes.Select(pipe => pipe.Writer)], stop.Token)];

        // Of several ends this reports a failure before a cancellation, so the target that failed is the one that is named.
        await Task.WhenAll(all).ConfigureAwait(false);
    }

    private static async Task ReadAsync(PipeTarget target, PipeReader reader, CancellationTokenSource stop)
    {
        try
        {
            await target.CopyFromAsync(reader.AsStream(), stop.Token).ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Stream origin, List<PipeWriter> writers, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(StreamPump.BufferSize);
        Exception? failure = null;
        try
        {
            int read;
            while (writers.Count > 0 && (read = await origin.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                for (var i = writers.Count - 1; i >= 0; i--)
                    if ((await writers[i].WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false)).IsCompleted)
                        writers.RemoveAt(i);
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            foreach (var writer in writers)
                await writer.CompleteAsync(failure).ConfigureAwait(false);
        }
    }
}

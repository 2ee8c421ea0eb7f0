using System.Text;
using CliWrap.Piping;

namespace CliWrap;

/// <summary>Where a process's standard output or standard error goes.</summary>
public abstract class PipeTarget
{
    /// <summary>Reads to the end and keeps nothing.</summary>
    /// <remarks>
    /// The published package closes its end of the pipe instead, and a process that writes later dies of it
    /// (EPIPE, exit code 1). Code that has to work with both says <c>ToStream(Stream.Null)</c>.
    /// </remarks>
    public static PipeTarget Null { get; } = Create((origin, cancellationToken) => origin.CopyToAsync(Stream.Null, cancellationToken));

    /// <summary>Reads everything from <paramref name="origin" />, one of the process's outputs.</summary>
    public abstract Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default);

    /// <summary>Hands the raw stream over. It is closed when the delegate is done with it, read to the end or not.</summary>
    public static PipeTarget Create(Func<Stream, CancellationToken, Task> handlePipeAsync) => new DelegatePipeTarget(handlePipeAsync);

    /// <summary>Runs <paramref name="handlePipe" /> on a thread of its own, so that it can block without blocking the caller.</summary>
    public static PipeTarget Create(Action<Stream> handlePipe) =>
        Create((origin, cancellationToken) => Task.Run(() => handlePipe(origin), cancellationToken));

    public static PipeTarget ToStream(Stream stream, bool autoFlush) =>
        Create((origin, cancellationToken) => StreamPump.CopyAsync(origin, stream, autoFlush, cancellationToken));

    public static PipeTarget ToStream(Stream stream) => ToStream(stream, autoFlush: true);

    /// <summary>Creates or overwrites the file when the command is executed, not before.</summary>
    public static PipeTarget ToFile(string filePath) =>
        Create(async (origin, cancellationToken) =>
        {
            var file = File.Create(filePath);
            await using (file.ConfigureAwait(false))
                await origin.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        });

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder, Encoding encoding) =>
        Create((origin, cancellationToken) => TextPump.AppendAsync(origin, stringBuilder, encoding, cancellationToken));

    /// <summary>Decodes with <see cref="Encoding.Default" />.</summary>
    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder) => ToStringBuilder(stringBuilder, Encoding.Default);

    /// <summary>Calls the delegate for each line; the next line is read when it is done with this one.</summary>
    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync, Encoding encoding) =>
        Create((origin, cancellationToken) => TextPump.ForEachLineAsync(origin, handleLineAsync, encoding, cancellationToken));

    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync, Encoding encoding) =>
        ToDelegate((line, _) => handleLineAsync(line), encoding);

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync) => ToDelegate(handleLineAsync, Encoding.Default);

    public static PipeTarget ToDelegate(Action<string> handleLine, Encoding encoding) =>
        ToDelegate(
            (line, _) =>
            {
                handleLine(line);
                return Task.CompletedTask;
            },
            encoding);

    public static PipeTarget ToDelegate(Action<string> handleLine) => ToDelegate(handleLine, Encoding.Default);

    /// <summary>Gives every target all of the output, at the pace of the slowest.</summary>
    public static PipeTarget Merge(params IEnumerable<PipeTarget> targets)
    {
        PipeTarget[] distinct =
        [
            .. targets
                .SelectMany(target => target is MergedPipeTarget merged ? merged.Targets : [target])
                .Where(target => target != Null)
                .Distinct(),
        ];

        return distinct switch
        {
            [] => Null,
            [var only] => only,
            _ => new MergedPipeTarget(distinct),
        };
    }

    public static PipeTarget Merge(params PipeTarget[] targets) => Merge((IEnumerable<PipeTarget>)targets);
}

namespace CliWrap.Piping;

internal sealed class DelegatePipeTarget(Func<Stream, CancellationToken, Task> handlePipeAsync) : PipeTarget
{
    public override Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default) =>
        handlePipeAsync(origin, cancellationToken);
}

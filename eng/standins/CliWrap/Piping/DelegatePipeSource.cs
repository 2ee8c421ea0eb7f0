namespace CliWrap.Piping;

internal sealed class DelegatePipeSource(Func<Stream, CancellationToken, Task> handlePipeAsync) : PipeSource
{
    public override Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
        handlePipeAsync(destination, cancellationToken);
}

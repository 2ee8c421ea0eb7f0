using Harness.Engines.Docker;

namespace Harness.Engines.Cli;

/// <summary>Processes in running containers over Podman's command line, which waits for their end and knows their code.</summary>
internal sealed class PodmanCliExecs(EngineCli cli, PodmanCliEvents events, TimeProvider time) : ICliExecs
{
    // The codes with which Podman itself fails.
    private static readonly int[] OwnCodes = [125, 126, 127, 255];

    public async Task<ExecExit> RunAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var words = new FirstWords(output);
        var code = await cli.CopyAsync(ExecArguments.From(id, spec), words, cancellationToken);
        if (!OwnCodes.Contains(code) || !CliErrors.IsComplaint(words.Error ?? ""))
            return new ExecExit(code, StreamClosed: true);

        var error = CliErrors.From(words.Error!, EngineFault.RequestFailed);
        if (error.Fault == EngineFault.EngineLost && words.Output is not null)
            return new ExecExit(null, StreamClosed: false);
        if (error.Fault != EngineFault.RequestFailed || CliErrors.IsEnded(error))
            throw error;
        // A program may print the same; then it was started.
        return words.Output is null && !await events.HasStartedExecAsync(id, start, cancellationToken)
            ? new ExecExit(null, StreamClosed: true, error.Message)
            : new ExecExit(code, StreamClosed: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using Harness.Engines.Docker;

namespace Harness.Engines.Cli;

/// <summary>Processes in running containers over Podman's command line, which waits for their end and knows their code.</summary>
internal sealed class PodmanCliExecs(EngineCli cli, PodmanCliEvents events, TimeProvider time) : ICliExecs
{
    // The codes with which Podman itself fails.
    private static readonly int[] OwnCodes = [125, 126, 127, 255];

    // For the event of an end that is told already.
    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<ExecExit> RunAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var words = new FirstWords(output);
        var code = await cli.CopyAsync(ExecArguments.From(id, spec), words, cancellationToken);
        if (!OwnCodes.Contains(code) || !CliErrors.IsComplaint(words.Error ?? ""))
            return new ExecExit(code, StreamClosed: true);

        var error = CliErrors.From(words.Error!, EngineFault.RequestFailed);
        var gone = error.Fault == EngineFault.ContainerRemoved || CliErrors.IsEnded(error);
        if (error.Fault != EngineFault.RequestFailed && !gone)
            throw error;
        // A container may go while a command runs in it: what printed, or what Podman tells to have begun, was started.
        if (gone && words.Output is null && (await events.ExecsAsync(id, start, cancellationToken)).Count == 0)
            throw error;
        return await JudgeAsync(id, start, gone || words.Output is not null ? null : error.Message, cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Podman failed, or a program printed and returned the same: then it was started, and its end has a code.
    private async Task<ExecExit> JudgeAsync(string id, DateTimeOffset start, string? complaint, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var execs = await events.ExecsAsync(id, start, cancellationToken);
            if (complaint is not null && execs.Count == 0)
                return new ExecExit(null, StreamClosed: true, complaint);
            if (execs.LastOrDefault(exec => exec.Action == "exec_die") is { } end)
                return new ExecExit(end.ExitCode, StreamClosed: true);
            if (attempt == Attempts)
                return new ExecExit(null, StreamClosed: true);
            await Task.Delay(Pause, cancellationToken);
        }
    }
}

using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>Processes in running containers over the Engine API.</summary>
/// <param name="client">The engine.</param>
/// <param name="judge">Says how an exec ended.</param>
internal sealed class DockerExecs(DockerClient client, Func<ExecEnd, ExecExit> judge)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMilliseconds(100);
    private const int Attempts = 3;

    public async Task<ExecExit> RunAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken)
    {
        var execId = await DockerErrors.Translate(
            async () => (await client.Exec.ExecCreateContainerAsync(id, Parameters(spec), cancellationToken)).ID,
            EngineFault.RequestFailed,
            cancellationToken);
        output.Identify(execId);

        MultiplexedStream stream;
        try
        {
            stream = await DockerErrors.Translate(
                () => client.Exec.StartAndAttachContainerExecAsync(execId, false, cancellationToken),
                EngineFault.RequestFailed,
                cancellationToken);
        }
        catch (EngineException e) when (e is { Fault: EngineFault.RequestFailed, InnerException: DockerApiException })
        {
            return new ExecExit(null, StreamClosed: false, e.Message); // The container has ended since, or the user is unknown.
        }

        var words = new FirstWords(output);
        var closed = await ListenAsync(stream, words, cancellationToken);
        return judge(new ExecEnd(await EndAsync(execId, cancellationToken), closed, words));
    }

    /// <summary>How an exec ended on Docker.</summary>
    public static ExecExit Judge(ExecEnd end) => end.Answer switch
    {
        null => new ExecExit(null, end.StreamClosed),
        // Without a process the engine's own error text has come as the program's output.
        { Pid: 0, ExitCode: not 0 } failed =>
            new ExecExit(null, end.StreamClosed, end.Words.Output ?? $"exec failed with code {failed.ExitCode}"),
        // The code of a broken connection is 126, whatever the process returns in the end.
        { ExitCode: 126 } when !end.StreamClosed => new ExecExit(null, false),
        var ended => new ExecExit((int)ended.ExitCode, end.StreamClosed),
    };

    private static ContainerExecCreateParameters Parameters(ExecSpec spec) => new()
    {
        AttachStdout = true,
        AttachStderr = true,
        User = spec.User,
        WorkingDir = spec.WorkingDirectory,
        Env = [.. spec.Environment.Select(pair => $"{pair.Key}={pair.Value}")],
        Cmd = [.. spec.Command],
    };

    // True when both streams came to their end; false when the connection broke.
    private static async Task<bool> ListenAsync(MultiplexedStream stream, IOutputSink output, CancellationToken cancellationToken)
    {
        using var closing = stream;
        try
        {
            await DockerErrors.Translate(
                () => DockerStreams.CopyAsync(stream, output, cancellationToken), EngineFault.EngineLost, cancellationToken);
            return true;
        }
        catch (EngineException e) when (DockerErrors.IsConnectionLoss(e))
        {
            return false; // What became of the process is asked next; an engine that is gone fails there.
        }
        finally
        {
            output.End();
        }
    }

    // The end of the output is not the end of the process, which may have closed both streams and work on. What broke one
    // connection may break the next as well, so that the engine counts as gone only when it fails several times in a row.
    private async Task<ContainerExecInspectResponse?> EndAsync(string execId, CancellationToken cancellationToken)
    {
        var failures = 0;
        for (var pause = FirstPoll; ; pause = pause * 2 < LongestPoll ? pause * 2 : LongestPoll)
        {
            try
            {
                var exec = await FindAsync(execId, cancellationToken);
                if (exec is not { Running: true })
                    return exec;
                failures = 0;
            }
            catch (EngineException e) when (DockerErrors.IsConnectionLoss(e) && ++failures < Attempts)
            {
                pause = FirstPoll; // One that has died must not seem to have lived on because it came back meanwhile.
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    // Null when container and exec are gone, or the engine has forgotten them in a restart.
    private Task<ContainerExecInspectResponse?> FindAsync(string execId, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            try
            {
                return await client.Exec.InspectContainerExecAsync(execId, cancellationToken);
            }
            catch (DockerApiException e) when (DockerErrors.IsNotFound(e))
            {
                return null;
            }
        },
        EngineFault.RequestFailed,
        cancellationToken);
}

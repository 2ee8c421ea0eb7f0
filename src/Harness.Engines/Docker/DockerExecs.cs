using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>Processes in running containers over the Engine API.</summary>
internal sealed class DockerExecs(DockerClient client)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMilliseconds(100);

    public async Task<ExecExit> RunAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken)
    {
        var execId = await DockerErrors.Translate(
            async () => (await client.Exec.ExecCreateContainerAsync(id, Parameters(spec), cancellationToken)).ID,
            EngineFault.RequestFailed,
            cancellationToken);
        output.Identify(execId);

        var sink = new FirstWords(output);
        var closed = await ListenAsync(execId, sink, cancellationToken);
        var end = await EndAsync(execId, cancellationToken);
        return end switch
        {
            null => new ExecExit(null, closed),
            // Without a process the engine's own error text has come as the program's output.
            { Pid: 0, ExitCode: not 0 } => new ExecExit(null, closed, sink.Text ?? $"exec failed with code {end.ExitCode}"),
            // The code of a broken connection is 126, whatever the process returns in the end.
            { ExitCode: 126 } when !closed => new ExecExit(null, closed),
            _ => new ExecExit((int)end.ExitCode, closed),
        };
    }

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
    private async Task<bool> ListenAsync(string execId, IOutputSink output, CancellationToken cancellationToken)
    {
        using var stream = await DockerErrors.Translate(
            () => client.Exec.StartAndAttachContainerExecAsync(execId, false, cancellationToken),
            EngineFault.RequestFailed,
            cancellationToken);
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
    }

    // The end of the output is not the end of the process, which may have closed both streams and work on.
    private async Task<ContainerExecInspectResponse?> EndAsync(string execId, CancellationToken cancellationToken)
    {
        for (var pause = FirstPoll; ; pause = pause * 2 < LongestPoll ? pause * 2 : LongestPoll)
        {
            var exec = await FindAsync(execId, cancellationToken);
            if (exec is not { Running: true })
                return exec;
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

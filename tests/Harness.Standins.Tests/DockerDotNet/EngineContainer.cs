using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>A container for the length of a test.</summary>
public sealed record EngineContainer(DockerClient Client, string Id) : IAsyncDisposable
{
    public async Task<ExecOutcome> ExecAsync(ContainerExecCreateParameters parameters, string? input = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        parameters.AttachStdin = input is not null;
        parameters.AttachStdout = true;
        parameters.AttachStderr = true;
        var exec = await Client.Exec.ExecCreateContainerAsync(Id, parameters, cancellation);
        using var stream = await Client.Exec.StartAndAttachContainerExecAsync(exec.ID, parameters.Tty, cancellation);
        if (input is not null)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(input);
            await stream.WriteAsync(bytes, 0, bytes.Length, cancellation);
            stream.CloseWrite();
        }

        var (stdout, stderr) = await stream.ReadOutputToEndAsync(cancellation);
        return new ExecOutcome(stdout, stderr, await Client.Exec.InspectContainerExecAsync(exec.ID, cancellation));
    }

    public Task<ExecOutcome> ExecAsync(params string[] command) => ExecAsync(new ContainerExecCreateParameters { Cmd = command });

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Client.Containers.RemoveContainerAsync(Id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true });
        }
        catch (DockerContainerNotFoundException)
        {
            // The test removed it itself.
        }
    }
}

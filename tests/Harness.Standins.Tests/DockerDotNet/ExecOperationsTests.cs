using System.Net;
using System.Security.Cryptography;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class ExecOperationsTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task A_command_gives_both_streams_and_its_exit_code()
    {
        await using var container = await Engine.StartIdleAsync();

        var outcome = await container.ExecAsync("sh", "-c", "echo out; echo err >&2; exit 5");

        Assert.Equal(("out\n", "err\n"), (outcome.Stdout, outcome.Stderr));
        Assert.Equal((false, 5), (outcome.Inspection.Running, outcome.Inspection.ExitCode));
        Assert.Equal(container.Id, outcome.Inspection.ContainerID);
    }

    [Fact(Timeout = Limit)]
    public async Task Input_goes_in_and_ends()
    {
        await using var container = await Engine.StartIdleAsync();

        var outcome = await container.ExecAsync(new ContainerExecCreateParameters { Cmd = ["cat"] }, input: "zwölf Boxkämpfer");

        Assert.Equal("zwölf Boxkämpfer", outcome.Stdout);
    }

    [Fact(Timeout = Limit)]
    public async Task The_command_gets_its_own_surroundings()
    {
        await using var container = await Engine.StartIdleAsync();

        var outcome = await container.ExecAsync(new ContainerExecCreateParameters
        {
            Cmd = ["sh", "-c", "id -u; pwd; echo $NAME"],
            Env = ["NAME=value"],
            User = "1234",
            WorkingDir = "/tmp",
        });

        Assert.Equal("1234\n/tmp\nvalue\n", outcome.Stdout);
    }

    [Fact(Timeout = Limit)]
    public async Task A_terminal_can_be_had()
    {
        await using var container = await Engine.StartIdleAsync();

        var outcome = await container.ExecAsync(
            new ContainerExecCreateParameters { Cmd = ["sh", "-c", "test -t 1 && echo tty"], Tty = true });

        Assert.Equal("tty\r\n", outcome.Stdout);
    }

    [Fact(Timeout = Limit)]
    public async Task A_detached_command_is_running_until_it_ends()
    {
        await using var container = await Engine.StartIdleAsync();
        var exec = await Client.Exec.ExecCreateContainerAsync(
            container.Id, new ContainerExecCreateParameters { Cmd = ["sleep", "600"] }, Cancellation);

        await Client.Exec.StartContainerExecAsync(exec.ID, Cancellation);
        var inspection = await Client.Exec.InspectContainerExecAsync(exec.ID, Cancellation);

        Assert.Equal((true, 0, exec.ID), (inspection.Running, inspection.ExitCode, inspection.ExecID));
        Assert.True(inspection.Pid > 0);
    }

    [Fact(Timeout = Limit)]
    public async Task Much_output_arrives_whole()
    {
        const long Size = 64 * 1024 * 1024;
        await using var container = await Engine.StartIdleAsync();
        var exec = await Client.Exec.ExecCreateContainerAsync(
            container.Id,
            new ContainerExecCreateParameters { Cmd = ["sh", "-c", $"head -c {Size} /dev/zero"], AttachStdout = true, AttachStderr = true },
            Cancellation);
        using var hash = SHA256.Create();
        await using var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);

        using var stream = await Client.Exec.StartAndAttachContainerExecAsync(exec.ID, tty: false, Cancellation);
        await stream.CopyOutputToAsync(Stream.Null, sink, Stream.Null, Cancellation);
        await sink.FlushFinalBlockAsync(Cancellation);

        Assert.Equal(SHA256.HashData(new byte[Size]), hash.Hash);
    }

    [Fact(Timeout = Limit)]
    public async Task A_container_that_does_not_run_is_a_conflict()
    {
        await using var container = await Engine.CreateAsync(["true"]);

        var exception = await Assert.ThrowsAsync<DockerApiException>(() => container.ExecAsync("true"));

        Assert.Equal(HttpStatusCode.Conflict, exception.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task An_unknown_exec_is_not_found() =>
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(
            () => Client.Exec.StartAndAttachContainerExecAsync("never-was", tty: false, Cancellation));

    [Fact(Timeout = Limit)]
    public async Task Cancelling_a_read_leaves_the_client_working()
    {
        await using var container = await Engine.StartIdleAsync();
        var exec = await Client.Exec.ExecCreateContainerAsync(
            container.Id, new ContainerExecCreateParameters { Cmd = ["sleep", "600"], AttachStdout = true }, Cancellation);
        using var stream = await Client.Exec.StartAndAttachContainerExecAsync(exec.ID, tty: false, Cancellation);
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var reading = stream.ReadOutputAsync(new byte[1], 0, 1, impatience.Token);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal("still here\n", (await container.ExecAsync("echo", "still here")).Stdout);
    }
}

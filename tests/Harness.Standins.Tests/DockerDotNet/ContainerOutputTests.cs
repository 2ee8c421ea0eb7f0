using System.Text;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class ContainerOutputTests(EngineFixture engine) : EngineTest(engine)
{
    private static readonly ContainerAttachParameters Everything = new() { Stream = true, Stdin = true, Stdout = true, Stderr = true };

    [Fact(Timeout = Limit)]
    public async Task Attaching_before_the_start_loses_nothing()
    {
        await using var container = await Engine.CreateAsync(["sh", "-c", "echo out; echo err >&2"]);

        using var stream = await Client.Containers.AttachContainerAsync(container.Id, tty: false, Everything, Cancellation);
        await Client.Containers.StartContainerAsync(container.Id, null, Cancellation);
        var (stdout, stderr) = await stream.ReadOutputToEndAsync(Cancellation);

        Assert.Equal(("out\n", "err\n"), (stdout, stderr));
    }

    [Fact(Timeout = Limit)]
    public async Task Input_ends_where_it_is_closed_while_output_goes_on()
    {
        await using var container = await Engine.CreateAsync(["sh", "-c", "wc -c; echo done"], parameters =>
        {
            parameters.OpenStdin = true;
            parameters.StdinOnce = true;
        });

        using var stream = await Client.Containers.AttachContainerAsync(container.Id, tty: false, Everything, Cancellation);
        await Client.Containers.StartContainerAsync(container.Id, null, Cancellation);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("12345"), 0, 5, Cancellation);
        stream.CloseWrite();
        var (stdout, _) = await stream.ReadOutputToEndAsync(Cancellation);

        Assert.Equal("5\ndone\n", stdout);
    }

    [Fact(Timeout = Limit)]
    public async Task A_terminal_makes_everything_standard_output()
    {
        await using var container = await Engine.CreateAsync(["sh", "-c", "echo out; echo err >&2"], parameters => parameters.Tty = true);

        using var stream = await Client.Containers.AttachContainerAsync(container.Id, tty: true, Everything, Cancellation);
        await Client.Containers.StartContainerAsync(container.Id, null, Cancellation);
        var (stdout, stderr) = await stream.ReadOutputToEndAsync(Cancellation);

        Assert.Equal(("out\r\nerr\r\n", ""), (stdout, stderr));
    }

    [Fact(Timeout = Limit)]
    public async Task Logs_keep_what_was_written()
    {
        await using var container = await Engine.CreateAsync(["sh", "-c", "echo 1; echo 2; echo bad >&2"]);
        await Client.Containers.StartContainerAsync(container.Id, null, Cancellation);
        await Client.Containers.WaitContainerAsync(container.Id, Cancellation);

        var whole = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true };
        using var all = await Client.Containers.GetContainerLogsAsync(container.Id, tty: false, whole, Cancellation);
        var tail = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Tail = "1", Timestamps = true };
        using var last = await Client.Containers.GetContainerLogsAsync(container.Id, tty: false, tail, Cancellation);

        Assert.Equal(("1\n2\n", "bad\n"), await all.ReadOutputToEndAsync(Cancellation));
        var (stdout, stderr) = await last.ReadOutputToEndAsync(Cancellation);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\S+Z (2|bad)\n$", stdout + stderr);
    }

    [Fact(Timeout = Limit)]
    public async Task Logs_can_be_followed_to_the_end()
    {
        await using var container = await Engine.CreateAsync(
            ["sh", "-c", "echo begin; cat; echo end"], parameters => parameters.OpenStdin = true);
        await Client.Containers.StartContainerAsync(container.Id, null, Cancellation);
        var follow = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Follow = true };
        using var logs = await Client.Containers.GetContainerLogsAsync(container.Id, tty: false, follow, Cancellation);
        var buffer = new byte[64];

        var first = await logs.ReadOutputAsync(buffer, 0, buffer.Length, Cancellation);
        var begin = Encoding.ASCII.GetString(buffer, 0, first.Count);
        await Client.Containers.KillContainerAsync(container.Id, new ContainerKillParameters { Signal = "KILL" }, Cancellation);
        var (rest, _) = await logs.ReadOutputToEndAsync(Cancellation);

        Assert.Equal(("begin\n", ""), (begin, rest));
    }
}

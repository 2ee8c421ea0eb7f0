using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class HijackTests
{
    private const int Limit = 20_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task An_exec_starts_with_what_it_needs_to_know()
    {
        FakeRequest? seen = null;
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            seen = await connection.ReadAsync(cancellation);
            await connection.HijackAsync(seen!, cancellation);
        });
        using var client = engine.CreateClient(version: new Version(1, 40));

        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: true, Cancellation);
        var (stdout, _) = await stream.ReadOutputToEndAsync(Cancellation);

        Assert.Empty(stdout);
        Assert.Equal(("POST", "/v1.40/exec/id/start"), (seen!.Method, seen.Target));
        Assert.Contains("\"Tty\":true", seen.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Detach\":true", seen.Body, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Output_that_comes_with_the_answer_is_not_lost()
    {
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            var request = await connection.ReadAsync(cancellation);
            await connection.HijackAsync(request!, cancellation, Frame.Of(1, "early"));
        });
        using var client = engine.CreateClient();

        using var stream = await client.Containers.AttachContainerAsync(
            "id", tty: false, new ContainerAttachParameters { Stream = true, Stdout = true }, Cancellation);

        Assert.Equal(("early", ""), await stream.ReadOutputToEndAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Closing_the_input_leaves_the_output_open()
    {
        await using var engine = FakeEngine.Hijacked(async (connection, cancellation) =>
        {
            using var input = new MemoryStream();
            await connection.Stream.CopyToAsync(input, cancellation);
            await connection.SendAsync(Frame.Of(1, input.ToArray()), cancellation);
        });
        using var client = engine.CreateClient();
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);

        await stream.WriteAsync("ping"u8.ToArray(), 0, 4, Cancellation);
        stream.CloseWrite();

        Assert.Equal(("ping", ""), await stream.ReadOutputToEndAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Input_and_output_go_on_at_the_same_time()
    {
        await using var engine = FakeEngine.Hijacked(async (connection, cancellation) =>
        {
            var buffer = new byte[4096];
            while (await connection.Stream.ReadAsync(buffer, cancellation) is > 0 and var count)
                await connection.SendAsync(Frame.Of(1, buffer[..count]), cancellation);
        });
        using var client = engine.CreateClient();
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);
        var input = new byte[4 * 1024 * 1024];
        new Random(1).NextBytes(input);
        using var output = new MemoryStream();

        // More than the sockets hold: whoever writes everything first and reads then would wait for ever.
        var copying = stream.CopyOutputToAsync(Stream.Null, output, Stream.Null, Cancellation);
        await stream.WriteAsync(input, 0, input.Length, Cancellation);
        stream.CloseWrite();
        await copying;

        Assert.Equal(input, output.ToArray());
    }

    [Fact(Timeout = Limit)]
    public async Task A_refusal_is_read_to_its_end()
    {
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            await connection.ReadAsync(cancellation);
            await connection.SendAsync("HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n", cancellation);
            await connection.ChunkAsync("""{"message":"container is """, cancellation);
            await connection.ChunkAsync("""paused"}""", cancellation);
            await connection.SendAsync("0\r\n\r\n", cancellation);
        });
        using var client = engine.CreateClient();

        var exception = await Assert.ThrowsAsync<DockerApiException>(
            () => client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation));

        Assert.Equal("""{"message":"container is paused"}""", exception.ResponseBody);
    }

    [Fact(Timeout = Limit)]
    public async Task An_engine_that_dies_ends_the_output()
    {
        await using var engine = FakeEngine.Hijacked(
            async (connection, cancellation) => await connection.SendAsync(Frame.Of(2, "last words"), cancellation));
        using var client = engine.CreateClient();
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);

        var output = await stream.ReadOutputToEndAsync(Cancellation);
        stream.CloseWrite();

        Assert.Equal(("", "last words"), output);
    }

    [Fact(Timeout = Limit)]
    public async Task Disposing_hangs_up()
    {
        var ended = new TaskCompletionSource();
        await using var engine = FakeEngine.Hijacked(async (connection, cancellation) =>
        {
            await connection.Stream.CopyToAsync(Stream.Null, cancellation);
            ended.SetResult();
        });
        using var client = engine.CreateClient();

        var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);
        stream.Dispose();

        await ended.Task.WaitAsync(Cancellation);
    }
}

using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>Where the stand-in does better than the published package; nothing may depend on it.</summary>
public sealed class BeyondThePackageTests
{
    private const int Limit = 20_000;

    public BeyondThePackageTests() =>
        Assert.SkipWhen(typeof(DockerClient).Assembly.GetName().Version?.Major >= 3, "The published package promises none of this.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Requests_one_after_another_share_a_connection()
    {
        await using var engine = FakeEngine.Answering("200 OK", "{}");
        using var client = engine.CreateClient();

        for (var count = 0; count < 5; count++)
        {
            await client.Containers.InspectContainerAsync("id", Cancellation);
            await client.System.PingAsync(Cancellation);
        }

        Assert.Equal(1, engine.Connections);
    }

    [Fact(Timeout = Limit)]
    public async Task A_timeout_says_what_was_waited_for()
    {
        await using var engine = FakeEngine.Silent();
        using var client = engine.CreateClient(timeout: TimeSpan.FromSeconds(0.25));

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => client.Containers.InspectContainerAsync("id", Cancellation));

        Assert.Equal("GET containers/id/json: no answer within 0.25 seconds.", exception.Message);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Fact(Timeout = Limit)]
    public async Task Cancelling_a_read_hangs_up()
    {
        var ended = new TaskCompletionSource();
        await using var engine = FakeEngine.Hijacked(async (connection, cancellation) =>
        {
            await connection.Stream.CopyToAsync(Stream.Null, cancellation);
            ended.SetResult();
        });
        using var client = engine.CreateClient();
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation);
        using var impatience = new CancellationTokenSource();
        var reading = stream.ReadOutputToEndAsync(impatience.Token);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await ended.Task.WaitAsync(Cancellation);
    }

    [Fact(Timeout = Limit)]
    public async Task An_engine_that_keeps_the_connection_is_found_out()
    {
        await using var engine = FakeEngine.Answering("200 OK", "");
        using var client = engine.CreateClient();

        var exception = await Assert.ThrowsAsync<NotSupportedException>(
            () => client.Exec.StartAndAttachContainerExecAsync("id", tty: false, Cancellation));

        Assert.Equal("POST exec/id/start: answered 200 instead of handing the connection over.", exception.Message);
    }

    [Fact(Timeout = Limit)]
    public async Task A_platform_is_sent_without_a_name_too()
    {
        FakeRequest? seen = null;
        await using var engine = FakeEngine.Answering("201 Created", """{"Id":"abc"}""", request => seen = request);
        using var client = engine.CreateClient();

        await client.Containers.CreateContainerAsync(new CreateContainerParameters { Platform = "linux/arm64" }, Cancellation);

        Assert.Equal("/containers/create?platform=linux%2Farm64", seen!.Target);
    }

    [Fact(Timeout = Limit)]
    public async Task A_failed_connection_names_the_engine()
    {
        using var client = new DockerClientConfiguration(new Uri("unix:///no/such/engine.sock")).CreateClient();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync(Cancellation));

        Assert.StartsWith("Connection failed: unix:///no/such/engine.sock: ", exception.Message, StringComparison.Ordinal);
    }
}

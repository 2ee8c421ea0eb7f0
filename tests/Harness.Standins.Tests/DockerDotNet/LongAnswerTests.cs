using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>Answers that take their time.</summary>
public sealed class LongAnswerTests
{
    private const int Limit = 20_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Waiting_for_a_container_outlasts_the_default_timeout()
    {
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            await connection.ReadAsync(cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(600), cancellation);
            await connection.AnswerAsync("200 OK", """{"Error":null,"StatusCode":9}""", cancellation);
        });
        using var client = engine.CreateClient(timeout: TimeSpan.FromMilliseconds(200));

        Assert.Equal(9, (await client.Containers.WaitContainerAsync("id", Cancellation)).StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Messages_are_reported_one_by_one_and_outlast_the_default_timeout()
    {
        using var go = new SemaphoreSlim(0);
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            await connection.ReadAsync(cancellation);
            await connection.BeginAsync(cancellation);
            foreach (var action in (string[])["create", "start"])
            {
                await connection.ChunkAsync($$$"""{"Type":"container","Action":"{{{action}}}",""", cancellation);
                await connection.ChunkAsync(""" "Actor":{"ID":"grün","Attributes":{}},"time":1,"timeNano":1000000001}""" + "\n", cancellation);
                await go.WaitAsync(cancellation);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(400), cancellation);
            await connection.SendAsync("0\r\n\r\n", cancellation);
        });
        using var client = engine.CreateClient(timeout: TimeSpan.FromMilliseconds(200));
        var events = new Reports<Message>();

        var monitoring = client.System.MonitorEventsAsync(new ContainerEventsParameters(), events, Cancellation);
        await events.FirstAsync(message => message.Action == "create", Cancellation);
        go.Release();
        await events.FirstAsync(message => message.Action == "start", Cancellation);
        go.Release();
        await monitoring;

        Assert.Equal(["grün", "grün"], events.Seen.Select(message => message.Actor.ID));
    }

    [Fact(Timeout = Limit)]
    public async Task Giving_up_on_logs_hangs_up()
    {
        var ended = new TaskCompletionSource();
        await using var engine = FakeEngine.Serving(async (connection, cancellation) =>
        {
            await connection.ReadAsync(cancellation);
            await connection.BeginAsync(cancellation);
            await connection.Stream.CopyToAsync(Stream.Null, cancellation);
            ended.SetResult();
        });
        using var client = engine.CreateClient();

        var logs = await client.Containers.GetContainerLogsAsync(
            "id", tty: false, new ContainerLogsParameters { ShowStdout = true, Follow = true }, Cancellation);
        logs.Dispose();

        await ended.Task.WaitAsync(Cancellation);
    }

    [Fact(Timeout = Limit)]
    public async Task A_pull_that_fails_midway_reports_the_failure_as_a_message()
    {
        const string Failure = "no matching manifest for linux/s390x";
        await using var engine = FakeEngine.Answering(
            "200 OK",
            $$"""{"status":"Pulling"}{{"\r\n"}}{"errorDetail":{"code":7,"message":"{{Failure}}"},"error":"{{Failure}}"}{{"\r\n"}}""");
        using var client = engine.CreateClient();
        var messages = new Reports<JSONMessage>();

        await client.Images.CreateImageAsync(new ImagesCreateParameters { FromImage = "image" }, null, messages, Cancellation);

        Assert.Equal("Pulling", messages.Seen[0].Status);
        Assert.Equal((7, Failure, Failure), (messages.Seen[1].Error.Code, messages.Seen[1].Error.Message, messages.Seen[1].ErrorMessage));
    }
}

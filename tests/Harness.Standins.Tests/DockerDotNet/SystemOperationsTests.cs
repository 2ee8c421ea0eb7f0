using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class SystemOperationsTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task The_engine_answers_a_ping() => await Client.System.PingAsync(Cancellation);

    [Fact(Timeout = Limit)]
    public async Task The_version_names_the_range_of_the_api()
    {
        var version = await Client.System.GetVersionAsync(Cancellation);

        Assert.True(Version.Parse(version.MinAPIVersion) <= Version.Parse(version.APIVersion));
        Assert.Equal("linux", version.Os);
        Assert.Contains(version.Components, component => component.Name == "Engine" && component.Version == version.Version);
    }

    [Fact(Timeout = Limit)]
    public async Task A_client_of_one_version_of_the_api_works()
    {
        using var client = Client.Configuration.CreateClient(new Version(1, 41));

        var info = await client.System.GetSystemInfoAsync(Cancellation);

        Assert.False(string.IsNullOrEmpty(info.ServerVersion));
    }

    [Fact(Timeout = Limit)]
    public async Task The_information_describes_the_machine()
    {
        var info = await Client.System.GetSystemInfoAsync(Cancellation);

        Assert.Equal(Environment.ProcessorCount, info.NCPU);
        Assert.True(info.MemTotal > 0);
        Assert.Contains(info.CgroupVersion, (string[])["1", "2"]);
        Assert.Contains(info.DefaultRuntime, info.Runtimes.Keys);
        Assert.All(info.DriverStatus, pair => Assert.Equal(2, pair.Length));
    }

    [Fact(Timeout = Limit)]
    public async Task Events_arrive_while_they_happen()
    {
        var events = new Reports<Message>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var since = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var monitoring = Client.System.MonitorEventsAsync(
            new ContainerEventsParameters { Since = since, Filters = Engine.OnlyOurs }, events, enough.Token);

        await using var container = await Engine.CreateAsync(["sh", "-c", "exit 7"]);
        await Client.Containers.StartContainerAsync(container.Id, null, Cancellation);
        var died = await events.FirstAsync(message => message.Action == "die" && message.Actor.ID == container.Id, Cancellation);

        Assert.Equal("container", died.Type);
        Assert.Equal("7", died.Actor.Attributes["exitCode"]);
        Assert.Equal(died.Time, died.TimeNano / 1_000_000_000);
        Assert.Equal(
            ["create", "start", "die"],
            events.Seen.Where(message => message.Actor.ID == container.Id).Select(message => message.Action).Take(3));
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => monitoring);
    }

    [Fact(Timeout = Limit)]
    public async Task Raw_events_can_be_listened_to_once_the_call_is_back()
    {
#pragma warning disable CS0618 // The obsolete overload is the one under test.
        await using var stream = await Client.System.MonitorEventsAsync(
            new ContainerEventsParameters { Filters = Engine.OnlyOurs }, Cancellation);
#pragma warning restore CS0618
        using var lines = new StreamReader(stream);

        await using var container = await Engine.CreateAsync(["true"]);
        var line = await lines.ReadLineAsync(Cancellation);

        Assert.Contains("\"Action\":\"create\"", line, StringComparison.Ordinal);
        Assert.Contains(container.Id, line, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Past_events_end_by_themselves()
    {
        var events = new Reports<Message>();
        await using var container = await Engine.CreateAsync(["true"]);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        await Client.System.MonitorEventsAsync(
            new ContainerEventsParameters { Since = $"{now - 60}", Until = $"{now + 1}", Filters = Engine.OnlyOurs }, events, Cancellation);

        Assert.Contains(events.Seen, message => message.Action == "create" && message.Actor.ID == container.Id);
    }
}

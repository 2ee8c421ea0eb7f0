using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class ContainerLifecycleTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task A_container_runs_to_its_exit_code()
    {
        await using var container = await Engine.CreateAsync(["sh", "-c", "exit 3"]);

        var started = await Client.Containers.StartContainerAsync(container.Id, new ContainerStartParameters(), Cancellation);
        var ended = await Client.Containers.WaitContainerAsync(container.Id, Cancellation);
        var inspection = await Client.Containers.InspectContainerAsync(container.Id, Cancellation);

        Assert.True(started);
        Assert.Equal(3, ended.StatusCode);
        Assert.Equal("exited", inspection.State.Status);
        Assert.Equal(3, inspection.State.ExitCode);
        Assert.False(inspection.State.OOMKilled);
        Assert.True(DateTime.Parse(inspection.State.FinishedAt, null).ToUniversalTime() > inspection.Created);
        Assert.Equal(DateTimeKind.Utc, inspection.Created.Kind);
    }

    [Fact(Timeout = Limit)]
    public async Task Starting_and_stopping_twice_is_told_apart()
    {
        await using var container = await Engine.StartIdleAsync();
        var atOnce = new ContainerStopParameters { WaitBeforeKillSeconds = 0 };

        Assert.False(await Client.Containers.StartContainerAsync(container.Id, null, Cancellation));
        Assert.True(await Client.Containers.StopContainerAsync(container.Id, atOnce, Cancellation));
        Assert.False(await Client.Containers.StopContainerAsync(container.Id, atOnce, Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task A_signal_ends_a_container()
    {
        await using var container = await Engine.StartIdleAsync();
        var waiting = Client.Containers.WaitContainerAsync(container.Id, Cancellation);

        await Client.Containers.KillContainerAsync(container.Id, new ContainerKillParameters { Signal = "SIGKILL" }, Cancellation);

        Assert.Equal(137, (await waiting).StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task A_paused_container_is_still_running()
    {
        await using var container = await Engine.StartIdleAsync();

        await Client.Containers.PauseContainerAsync(container.Id, Cancellation);
        var paused = (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).State;
        await Client.Containers.UnpauseContainerAsync(container.Id, Cancellation);

        Assert.Equal((true, true), (paused.Running, paused.Paused));
        // The engine hears of the pause a second time from its runtime, at times only after it has been ended.
        while ((await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).State.Paused)
            await Task.Delay(20, Cancellation);
    }

    [Fact(Timeout = Limit)]
    public async Task Containers_are_listed_by_label()
    {
        var mark = Guid.NewGuid().ToString("N");
        await using var container = await Engine.CreateAsync(["true"], parameters => parameters.Labels.Add("mark", mark));
        var filters = EngineFixture.Only("label", $"mark={mark}");

        var running = await Client.Containers.ListContainersAsync(new ContainersListParameters { Filters = filters }, Cancellation);
        var all = await Client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = filters }, Cancellation);

        Assert.Empty(running);
        Assert.Equal(container.Id, Assert.Single(all).ID);
        Assert.Equal("created", all[0].State);
        Assert.InRange(all[0].Created, DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));
    }

    [Fact(Timeout = Limit)]
    public async Task A_container_that_never_was_is_not_found()
    {
        var exception = await Assert.ThrowsAsync<DockerContainerNotFoundException>(
            () => Client.Containers.InspectContainerAsync("never-was", Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task A_container_of_an_absent_image_is_not_created() =>
        await Assert.ThrowsAsync<DockerImageNotFoundException>(
            () => Engine.CreateAsync(["true"], parameters => parameters.Image = "no/such:image"));

    [Fact(Timeout = Limit)]
    public async Task A_command_that_does_not_exist_fails_the_start()
    {
        await using var container = await Engine.CreateAsync(["no-such-command"]);

        var exception = await Assert.ThrowsAsync<DockerApiException>(
            () => Client.Containers.StartContainerAsync(container.Id, null, Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Contains("no-such-command", exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_name_in_use_is_a_conflict()
    {
        await using var container = await Engine.CreateAsync(["true"]);
        var name = (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).Name.TrimStart('/');

        var exception = await Assert.ThrowsAsync<DockerApiException>(
            () => Engine.CreateAsync(["true"], parameters => parameters.Name = name));

        Assert.Equal(HttpStatusCode.Conflict, exception.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task An_image_of_another_platform_is_not_taken() =>
        await Assert.ThrowsAsync<DockerImageNotFoundException>(
            () => Engine.CreateAsync(["true"], parameters => parameters.Platform = "linux/s390x"));

    [Fact(Timeout = Limit)]
    public async Task Cancelling_a_wait_ends_it()
    {
        await using var container = await Engine.StartIdleAsync();
        using var impatience = new CancellationTokenSource();
        var waiting = Client.Containers.WaitContainerAsync(container.Id, impatience.Token);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}

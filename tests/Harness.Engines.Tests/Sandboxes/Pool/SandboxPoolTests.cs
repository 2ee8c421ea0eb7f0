using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Pool;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes.Pool;

public sealed class SandboxPoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _invocation = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task The_next_sandbox_starts_while_the_present_one_works_and_is_as_good_as_a_fresh_one()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 2);
        await using var first = await pool.TakeAsync(new RecordingObserver(), Cancellation);
        await WaitForAsync(engine, running: 2);
        var before = DateTimeOffset.UtcNow;
        var observer = new RecordingObserver();

        await using var second = await pool.TakeAsync(observer, Cancellation);

        Assert.NotEqual(first.ContainerId, second.ContainerId);
        Assert.True(second.StartedAt < before, "it was started when it was taken, not before");
        // The engine may tell of the creation before it answers the request.
        Assert.Equivalent(new object[] { (second.ContainerId, second.Name), "create", "start" }, observer.Seen.Select(Told), strict: true);
        var result = await second.RunAsync(Command("echo works; id -u"), Cancellation);
        Assert.Equal("works\n1000\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Contains(observer.Seen, item => item is EngineEvent { Action: "exec_die" });
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_sandbox_is_handed_out_once_and_no_more_are_started_than_wanted()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 5, new() { Size = 2 });
        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => pool.TakeAsync(new RecordingObserver(), Cancellation)));

        await WaitForAsync(engine, running: 5);
        taken = [.. taken, .. await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => pool.TakeAsync(new RecordingObserver(), Cancellation)))];

        Assert.Equal(5, taken.Select(sandbox => sandbox.ContainerId).Distinct().Count());
        Assert.Equal(5, (await Labelled.ContainersAsync(engine, _invocation)).Count);
        await Task.WhenAll(taken.Select(sandbox => sandbox.CloseAsync()));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_not_taken_is_gone_when_the_pool_is_closed()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 3, new() { Size = 2 });
        await using var taken = await pool.TakeAsync(new RecordingObserver(), Cancellation);
        await WaitForAsync(engine, running: 3);

        var closings = await Task.WhenAll(pool.CloseAsync(), pool.CloseAsync());

        Assert.Equal(2, closings[0].Count);
        Assert.Same(closings[0], closings[1]);
        Assert.All(closings[0], closing => Assert.Null(closing.NotRemoved));
        Assert.Equal([taken.ContainerId], (await Labelled.ContainersAsync(engine, _invocation)).Select(container => container.Id));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.TakeAsync(new RecordingObserver(), Cancellation));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task A_pool_that_is_closed_while_it_starts_one_leaves_nothing(int milliseconds)
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        var pool = Pool(engine, image, demand: 2);
        await (await pool.TakeAsync(new RecordingObserver(), Cancellation)).CloseAsync();
        await Task.Delay(milliseconds, Cancellation);

        await pool.CloseAsync();

        Assert.Empty(await Labelled.ContainersAsync(engine, _invocation));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_waited_too_long_is_taken_down_and_replaced_by_a_fresh_one()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 2, new() { Lifetime = TimeSpan.FromSeconds(1.5) });
        await using var first = await pool.TakeAsync(new RecordingObserver(), Cancellation);
        var waiting = await WaitForAsync(engine, running: 2);
        await WaitForAsync(engine, running: 1);

        await using var second = await pool.TakeAsync(new RecordingObserver(), Cancellation);

        Assert.DoesNotContain(waiting, container => container.Id == second.ContainerId);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_others_may_reap_by_now_does_not_wait_any_longer()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        var owner = SandboxBed.Owner(_invocation) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(2) };
        await using var pool = new SandboxPool(engine, SandboxBed.Spec(image), owner, 2, new(), TimeProvider.System);
        await using var first = await pool.TakeAsync(new RecordingObserver(), Cancellation);

        var left = await WaitForAsync(engine, running: 1);

        Assert.Equal([first.ContainerId], left.Select(container => container.Id));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_died_while_it_waited_is_not_handed_out()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 2);
        await using var first = await pool.TakeAsync(new RecordingObserver(), Cancellation);
        var waiting = (await WaitForAsync(engine, running: 2)).Single(container => container.Id != first.ContainerId);
        await engine.KillContainerAsync(waiting.Id, 9, Cancellation);
        await Task.Delay(500, Cancellation);

        await using var second = await pool.TakeAsync(new RecordingObserver(), Cancellation);

        Assert.NotEqual(waiting.Id, second.ContainerId);
        Assert.Equal(0, (await second.RunAsync(Command("true"), Cancellation)).Termination.ExitCode);
        await pool.CloseAsync();
        Assert.DoesNotContain(await Labelled.ContainersAsync(engine, _invocation), container => container.Id == waiting.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_failure_to_start_is_heard_by_whoever_takes_and_leaves_nothing()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        var spec = SandboxBed.Spec(image) with { Image = "harness-test/absent:1" };
        await using var pool = new SandboxPool(engine, spec, SandboxBed.Owner(_invocation), 3, new(), TimeProvider.System);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var error = await Assert.ThrowsAsync<EngineException>(() => pool.TakeAsync(new RecordingObserver(), Cancellation));
            Assert.Equal(EngineFault.ImageNotFound, error.Fault);
        }

        await pool.CloseAsync();
        Assert.Empty(await Labelled.ContainersAsync(engine, _invocation));
    }

    [Fact(Timeout = 60_000)]
    public async Task Giving_up_while_one_starts_leaves_it_to_the_pool()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 2);
        await using var first = await pool.TakeAsync(new RecordingObserver(), Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => pool.TakeAsync(new RecordingObserver(), new CancellationToken(canceled: true)));

        await pool.CloseAsync();
        Assert.Equal([first.ContainerId], (await Labelled.ContainersAsync(engine, _invocation)).Select(container => container.Id));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_observer_that_throws_as_it_is_shown_the_past_leaves_nothing_behind()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        await using var pool = Pool(engine, image, demand: 2);
        await using (await pool.TakeAsync(new RecordingObserver(), Cancellation))
        {
            await WaitForAsync(engine, running: 2);
            await Assert.ThrowsAsync<IOException>(() => pool.TakeAsync(new FullDisk(), Cancellation));
        }

        await pool.CloseAsync();
        Assert.Empty(await Labelled.ContainersAsync(engine, _invocation));
    }

    public void Dispose() => _folder.Dispose();

    private SandboxPool Pool(IContainerEngine engine, ImageInfo image, int demand, SandboxPoolOptions? options = null) =>
        new(engine, SandboxBed.Spec(image), SandboxBed.Owner(_invocation), demand, options ?? new(), TimeProvider.System);

    private async Task<IReadOnlyList<ContainerSummary>> WaitForAsync(IContainerEngine engine, int running)
    {
        while (true)
        {
            var found = await Labelled.ContainersAsync(engine, _invocation);
            if (found.Count == running && found.All(container => container.Status == "running"))
                return found;
            await Task.Delay(50, Cancellation);
        }
    }

    private SandboxCommand Command(string script) => new()
    {
        Name = "step",
        Command = ["sh", "-c", script],
        Timeout = TimeSpan.FromSeconds(30),
        StandardOutputPath = _folder["stdout.log"],
        StandardErrorPath = _folder["stderr.log"],
        KeepBytes = SandboxBed.MiB,
        AbortBytes = SandboxBed.MiB,
    };

    private static object? Told(object? item) => item is EngineEvent e ? e.Action : item;
}

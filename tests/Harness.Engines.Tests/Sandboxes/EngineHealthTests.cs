using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public sealed class EngineHealthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EngineProxy _proxy = new(TestEngine.RequireAddress(EngineKind.Docker));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task An_engine_that_hangs_during_a_silent_command_is_found_long_before_the_deadline()
    {
        var (direct, image) = await TestEngine.RequireImageAsync();
        await using var engine = await TestEngine.ConnectAsync(EngineKind.Docker, _proxy.Address);
        var observer = new RecordingObserver();
        var sandbox = await StartAsync(engine, image, observer);

        var run = sandbox.RunAsync(Command("echo begun; sleep 1000", TimeSpan.FromHours(1)), Cancellation);
        while (observer.OutputBytes == 0)
            await Task.Delay(10, Cancellation);
        _proxy.Freeze();
        var result = await run;
        var closing = await sandbox.CloseAsync();

        Assert.Equal(new Termination(TerminationReason.Lost, null, null, TerminatedBy.Unknown), result.Termination);
        Assert.Equal(EngineFault.EngineLost, result.Fault);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Equal(EngineFault.EngineLost, closing.NotRemoved?.Fault);
        Assert.True(await direct.RemoveContainerAsync(sandbox.ContainerId, Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_engine_that_hangs_for_a_moment_is_not_lost()
    {
        var (_, image) = await TestEngine.RequireImageAsync();
        await using var engine = await TestEngine.ConnectAsync(EngineKind.Docker, _proxy.Address);
        await using var sandbox = await StartAsync(engine, image, new RecordingObserver());

        var run = sandbox.RunAsync(Command("sleep 2.5; echo done", TimeSpan.FromMinutes(10)), Cancellation);
        await Task.Delay(300, Cancellation);
        _proxy.Freeze();
        await Task.Delay(1_000, Cancellation); // 10 s by the sandbox's clock: one question stays unanswered.
        _proxy.Thaw();
        var result = await run;

        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        Assert.Equal("done\n", Bytes.Read(result.StandardOutput.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_engine_that_hangs_at_the_start_is_found_there()
    {
        var (_, image) = await TestEngine.RequireImageAsync();
        await using var engine = await TestEngine.ConnectAsync(EngineKind.Docker, _proxy.Address);
        _proxy.Freeze();

        var error = await Assert.ThrowsAsync<EngineException>(() => StartAsync(engine, image, new RecordingObserver()));

        Assert.Equal(EngineFault.EngineLost, error.Fault);
        Assert.Equal("The engine did not answer within 10 s.", error.Message);
    }

    public void Dispose()
    {
        _proxy.Dispose();
        _folder.Dispose();
    }

    private static Task<Sandbox> StartAsync(IContainerEngine engine, ImageInfo image, ISandboxObserver observer) => Sandbox.StartAsync(
        engine, SandboxBed.Spec(image), SandboxBed.Owner(Guid.NewGuid().ToString("N")), observer, new FastTime(), Cancellation);

    private SandboxCommand Command(string script, TimeSpan timeout) => new()
    {
        Name = "step",
        Command = ["sh", "-c", script],
        Timeout = timeout,
        StandardOutputPath = _folder["stdout.log"],
        StandardErrorPath = _folder["stderr.log"],
        KeepBytes = SandboxBed.MiB,
        AbortBytes = SandboxBed.MiB,
    };
}

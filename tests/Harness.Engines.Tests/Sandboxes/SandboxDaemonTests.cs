using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public sealed class SandboxDaemonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task A_daemon_that_dies_and_comes_back_is_a_loss_and_what_it_left_is_removed()
    {
        await TestEngine.RequireImageAsync(); // Or skip.
        await using var daemon = await PrivateDaemon.StartAsync();

        await LoseAndFindAsync(daemon, liveRestore: false);
        await daemon.KillAsync();
        await daemon.StartAgainAsync(liveRestore: true);
        await LoseAndFindAsync(daemon, liveRestore: true);
    }

    [Theory(Timeout = 300_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_daemon_whose_socket_somebody_keeps_open_while_it_is_restarted_is_a_loss_too(bool liveRestore)
    {
        await TestEngine.RequireImageAsync(); // Or skip.
        await using var daemon = await PrivateDaemon.StartAsync();
        using var socket = new EngineProxy(daemon.Address) { WaitsForEngine = true }; // As systemd does.

        await LoseAndFindAsync(daemon, liveRestore, socket.Address);
    }

    private async Task LoseAndFindAsync(PrivateDaemon daemon, bool liveRestore, string? address = null)
    {
        await using var engine = await TestEngine.ConnectAsync(EngineKind.Docker, address ?? daemon.Address);
        var image = await new ImageStore(engine, new(), TimeProvider.System).EnsureAsync(TestEngine.ImageReference, null, Cancellation);
        var observer = new RecordingObserver();
        var invocation = Guid.NewGuid().ToString("N");
        var sandbox = await Sandbox.StartAsync(
            engine, SandboxBed.Spec(image), SandboxBed.Owner(invocation), observer, TimeProvider.System, Cancellation);

        var run = sandbox.RunAsync(Command(), Cancellation);
        while (observer.OutputBytes == 0)
            await Task.Delay(10, Cancellation);
        await daemon.KillAsync();
        await daemon.StartAgainAsync(liveRestore);
        var result = await run;
        var closing = await sandbox.CloseAsync();

        Assert.Equal((TerminationReason.Lost, TerminatedBy.Unknown), (result.Termination.Reason, result.Termination.By));
        Assert.Equal(EngineFault.EngineLost, result.Fault);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.DoesNotContain(sandbox.KillLedger, entry => entry.Target == "step");
        Assert.Null(closing.NotRemoved);
        Assert.Equal(liveRestore, closing.FinalState!.Running);
        Assert.Empty(await Labelled.ContainersAsync(engine, invocation));
    }

    public void Dispose() => _folder.Dispose();

    private SandboxCommand Command() => new()
    {
        Name = "step",
        Command = ["sh", "-c", "echo begun; sleep 1000"],
        Timeout = TimeSpan.FromMinutes(2),
        StandardOutputPath = _folder["stdout.log"],
        StandardErrorPath = _folder["stderr.log"],
        KeepBytes = SandboxBed.MiB,
        AbortBytes = SandboxBed.MiB,
    };
}

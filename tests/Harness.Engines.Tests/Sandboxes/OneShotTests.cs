using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public sealed class OneShotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _invocation = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Commands_run_one_after_another_and_the_container_goes_behind_the_result()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();

        var result = await RunAsync(engine, image, Command("one", "echo 1 > /tmp/n"), Command("two", "cat /tmp/n"));

        Assert.Equal("1\n", Bytes.Read(result.Commands[1].StandardOutput.Path));
        Assert.True(result.State!.Running);
        Assert.Null((await result.Removal).NotRemoved);
        Assert.Equal(result.State, (await result.Removal).FinalState);
        Assert.Empty(await Labelled.ContainersAsync(engine, _invocation));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_first_command_that_fails_is_the_last()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();

        var result = await RunAsync(engine, image, Command("one", "exit 3"), Command("two", "true"));

        Assert.Equal(3, Assert.Single(result.Commands).Termination.ExitCode);
        await result.Removal;
    }

    [Fact(Timeout = 60_000)]
    public async Task Output_that_cannot_be_kept_leaves_nothing_behind()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();

        await Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => RunAsync(engine, image, Command("one", "true") with { StandardOutputPath = _folder["no/such/folder"] }));

        Assert.Empty(await Labelled.ContainersAsync(engine, _invocation));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_that_is_cancelled_is_in_the_result()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var result = await OneShot.RunAsync(
            engine, SandboxBed.Spec(image), SandboxBed.Owner(_invocation), [Command("one", "sleep 1000")], new RecordingObserver(), TimeProvider.System, cancel.Token);

        Assert.Equal(TerminationReason.Interrupted, Assert.Single(result.Commands).Termination.Reason);
        await result.Removal;
        Assert.Empty(await Labelled.ContainersAsync(engine, _invocation));
    }

    public void Dispose() => _folder.Dispose();

    private Task<OneShotResult> RunAsync(IContainerEngine engine, ImageInfo image, params SandboxCommand[] commands) => OneShot.RunAsync(
        engine, SandboxBed.Spec(image), SandboxBed.Owner(_invocation), commands, new RecordingObserver(), TimeProvider.System, Cancellation);

    private SandboxCommand Command(string name, string script) => new()
    {
        Name = name,
        Command = ["sh", "-c", script],
        Timeout = TimeSpan.FromSeconds(30),
        StandardOutputPath = _folder[$"{name}.stdout.log"],
        StandardErrorPath = _folder[$"{name}.stderr.log"],
        KeepBytes = SandboxBed.MiB,
        AbortBytes = SandboxBed.MiB,
    };
}

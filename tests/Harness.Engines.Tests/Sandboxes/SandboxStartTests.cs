using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxStartTests
{
    [Theory(Timeout = 60_000), Engines]
    public async Task An_image_that_is_not_there_is_named_as_such(EngineKind kind)
    {
        var error = await FailAsync(kind, spec => spec with { Image = "harness-test/absent:1" });

        Assert.Equal(EngineFault.ImageNotFound, error.Fault);
        Assert.Contains(EngineFacts.NoImage(kind, "harness-test/absent:1"), error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Another_platform_is_named_as_such(EngineKind kind) =>
        Assert.Equal(EngineFault.PlatformMismatch, (await FailAsync(kind, spec => spec with { Platform = "linux/s390x" })).Fault);

    [Theory(Timeout = 60_000), Engines]
    public async Task A_missing_folder_to_mount_is_no_empty_one(EngineKind kind)
    {
        var error = await FailAsync(kind, spec => spec with { Mounts = [new BindMount("/no/such/folder", "/workspace", ReadOnly: true)] });

        Assert.Equal(EngineFault.ContainerStartFailed, error.Fault);
        Assert.Contains("/no/such/folder", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_start_that_fails_leaves_nothing_behind(EngineKind kind)
    {
        // Creation works, the start does not: nothing can be mounted there.
        var error = await FailAsync(kind, spec => spec with { Mounts = [new BindMount("/etc/hostname", "/proc/1", ReadOnly: true)] });

        Assert.Equal(EngineFault.ContainerStartFailed, error.Fault);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_main_process_that_cannot_live_is_told_in_its_own_words(EngineKind kind)
    {
        var (engine, _) = await TestEngine.RequireImageAsync(kind);
        using var registry = new ScriptedRegistry(); // Its image has no programs at all.
        Assert.True(ImageReference.TryParse($"{registry.Host}/app@{registry.Digest}", out var empty, out _));
        var image = await new ImageStore(engine, new(), TimeProvider.System).EnsureAsync(empty, null, SandboxBed.Cancellation);
        try
        {
            Assert.Contains("exec sleep failed: No such file or directory", await FailureAsync(engine, image), StringComparison.Ordinal);
        }
        finally
        {
            await EngineImages.RemoveAsync(kind, empty);
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_start_that_is_cancelled_leaves_nothing_behind(EngineKind kind)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        var invocation = Guid.NewGuid().ToString("N");
        foreach (var pause in new[] { 0, 5, 20, Timeout.Infinite })
        {
            using var cancel = new CancellationTokenSource(pause);
            var observer = new RecordingObserver { Created = cancel.Cancel };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                var started = await Sandbox.StartAsync(
                    engine,
                    SandboxBed.Spec(image),
                    SandboxBed.Owner(invocation),
                    observer,
                    TimeProvider.System,
                    cancel.Token);
                await started.DisposeAsync();
            });
        }

        Assert.Empty(await LeftAsync(engine, invocation));
    }

    // It ends a moment after its start: seen by the start itself, or by the first command.
    private static async Task<string?> FailureAsync(IContainerEngine engine, ImageInfo image)
    {
        try
        {
            await using var bed = await SandboxBed.StartAsync(engine, image);
            var result = await bed.RunAsync(bed.Shell("true"));
            Assert.Equal(TerminationReason.NotStarted, result.Termination.Reason);
            return result.StartError;
        }
        catch (EngineException e)
        {
            Assert.Equal(EngineFault.ContainerStartFailed, e.Fault);
            return e.Message;
        }
    }

    private static async Task<EngineException> FailAsync(EngineKind kind, Func<SandboxSpec, SandboxSpec> change)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        var invocation = Guid.NewGuid().ToString("N");
        var error = await Assert.ThrowsAsync<EngineException>(() => Sandbox.StartAsync(
            engine,
            change(SandboxBed.Spec(image)),
            SandboxBed.Owner(invocation),
            new RecordingObserver(),
            TimeProvider.System,
            SandboxBed.Cancellation));
        Assert.Empty(await LeftAsync(engine, invocation));
        return error;
    }

    private static Task<IReadOnlyList<ContainerSummary>> LeftAsync(IContainerEngine engine, string invocation) =>
        engine.ListContainersAsync(new Dictionary<string, string> { [SandboxLabels.Invocation] = invocation }, SandboxBed.Cancellation);
}

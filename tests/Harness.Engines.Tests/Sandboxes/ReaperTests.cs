using System.Diagnostics;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public sealed class ReaperTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private LeaseDirectory Leases => LeaseDirectory.Open(_folder["leases"]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 90_000), Engines]
    public async Task A_living_owner_keeps_its_sandbox_and_a_killed_one_loses_it(EngineKind kind)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        using var owner = StartOwner(kind, image);
        var id = await owner.StandardOutput.ReadLineAsync(Cancellation);
        var reaper = new Reaper(Leases, TimeProvider.System);

        var whileAlive = await reaper.ReapAsync(engine, Cancellation);
        owner.Kill();
        await owner.WaitForExitAsync(Cancellation);
        var afterwards = await reaper.ReapAsync(engine, Cancellation);

        Assert.DoesNotContain(whileAlive.Removed, sandbox => sandbox.Id == id);
        Assert.Contains(afterwards.Removed, sandbox => sandbox.Id == id);
        Assert.Null(await engine.InspectContainerAsync(id!, Cancellation));
        Assert.Empty(Directory.EnumerateFiles(_folder["leases"], "*.lease"));
    }

    [Theory(Timeout = 90_000)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task Where_the_lease_cannot_be_seen_the_expiry_decides(int hours, bool reaped)
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        var owner = new SandboxOwner(Guid.NewGuid().ToString("N"), "elsewhere/1", DateTimeOffset.UtcNow.AddHours(hours));
        await using var sandbox = await Sandbox.StartAsync(
            engine, SandboxBed.Spec(image), owner, new RecordingObserver(), TimeProvider.System, Cancellation);

        var result = await new Reaper(Leases, TimeProvider.System).ReapAsync(engine, Cancellation);

        Assert.Equal(reaped, result.Removed.Any(removed => removed.Id == sandbox.ContainerId));
        Assert.Empty(result.Failed);
    }

    [Fact(Timeout = 90_000)]
    public async Task A_lease_that_is_held_outlives_an_expiry()
    {
        var (engine, image) = await TestEngine.RequireImageAsync();
        using var lease = Leases.Take();
        var owner = new SandboxOwner(Guid.NewGuid().ToString("N"), lease.Label, DateTimeOffset.UtcNow.AddHours(-1));
        await using var sandbox = await Sandbox.StartAsync(
            engine, SandboxBed.Spec(image), owner, new RecordingObserver(), TimeProvider.System, Cancellation);

        var result = await new Reaper(Leases, TimeProvider.System).ReapAsync(engine, Cancellation);

        Assert.DoesNotContain(result.Removed, removed => removed.Id == sandbox.ContainerId);
    }

    public void Dispose() => _folder.Dispose();

    private Process StartOwner(EngineKind kind, ImageInfo image)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Harness.Engines.Tests.Owner.dll"),
            kind.ToString(),
            _folder["leases"],
            image.Id,
            Guid.NewGuid().ToString("N"),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in TestEngine.Variables(kind))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

using Harness.Engines.Sandboxes;

namespace Harness.Engines.Tests.Support;

/// <summary>A running sandbox for a test; when it ends, nothing of it may be left.</summary>
internal sealed class SandboxBed : IAsyncDisposable
{
    public const long MiB = 1024 * 1024;
    private readonly TemporaryFolder _folder = new();
    private readonly string _invocation;

    private SandboxBed(IContainerEngine engine, Sandbox sandbox, RecordingObserver observer, string invocation) =>
        (Engine, Sandbox, Observer, _invocation) = (engine, sandbox, observer, invocation);

    public IContainerEngine Engine { get; }

    public Sandbox Sandbox { get; }

    public RecordingObserver Observer { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static SandboxSpec Spec(ImageInfo image) => new()
    {
        Image = image.Id,
        User = "1000:1000",
        Limits = new ContainerLimits(128 * MiB, null, 64, 32 * MiB, 500, 8 * MiB),
    };

    /// <summary>On Docker, where the engine makes no difference.</summary>
    public static Task<SandboxBed> StartAsync(Func<SandboxSpec, SandboxSpec>? change = null) => StartAsync(EngineKind.Docker, change);

    public static async Task<SandboxBed> StartAsync(EngineKind kind, Func<SandboxSpec, SandboxSpec>? change = null)
    {
        var (engine, image) = await TestEngine.RequireImageAsync(kind);
        return await StartAsync(engine, image, change);
    }

    public static async Task<SandboxBed> StartAsync(IContainerEngine engine, ImageInfo image, Func<SandboxSpec, SandboxSpec>? change = null)
    {
        var observer = new RecordingObserver();
        var invocation = Guid.NewGuid().ToString("N");
        var spec = change is null ? Spec(image) : change(Spec(image));
        var sandbox = await Sandbox.StartAsync(engine, spec, Owner(invocation), observer, TimeProvider.System, Cancellation);
        return new SandboxBed(engine, sandbox, observer, invocation);
    }

    public static SandboxOwner Owner(string invocation) => new(invocation, "none/none", DateTimeOffset.UtcNow.AddHours(1));

    public SandboxCommand Command(params string[] command) => new()
    {
        Name = "step",
        Command = command,
        Timeout = TimeSpan.FromSeconds(60),
        StandardOutputPath = _folder["stdout.log"],
        StandardErrorPath = _folder["stderr.log"],
        KeepBytes = 10 * MiB,
        AbortBytes = 1024 * MiB,
    };

    public SandboxCommand Shell(string script) => Command("sh", "-c", script);

    public SandboxCommand Python(string script) => Command("python3", "-c", script);

    public Task<SandboxCommandResult> RunAsync(SandboxCommand command) => Sandbox.RunAsync(command, Cancellation);

    /// <summary>Standard output of a shell script that must succeed.</summary>
    public async Task<string> ReadAsync(string script)
    {
        var result = await RunAsync(Shell(script));
        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        return Bytes.Read(result.StandardOutput.Path);
    }

    /// <summary>Runs a command and, once it has printed something, does something to the container.</summary>
    public async Task<SandboxCommandResult> RunDuringAsync(SandboxCommand command, Func<Task> meanwhile)
    {
        var run = RunAsync(command);
        while (Observer.OutputBytes == 0 && !run.IsCompleted)
            await Task.Delay(10, Cancellation);
        await meanwhile();
        return await run;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.CloseAsync();
        _folder.Dispose();
        // Asked of the engine itself: the sandbox's own connection may have been broken by the test.
        Assert.Empty(await (await TestEngine.RequireAsync(Engine.Info.Kind)).ListContainersAsync(
            new Dictionary<string, string> { [SandboxLabels.Invocation] = _invocation }, CancellationToken.None));
    }
}

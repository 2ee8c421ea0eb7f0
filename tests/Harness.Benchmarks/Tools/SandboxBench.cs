using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Pool;

namespace Harness.Benchmarks.Tools;

/// <summary>Harness's own sandboxes.</summary>
internal sealed class SandboxBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("harness-bench-").FullName;
    private readonly SandboxOwner _owner = new("bench", "none/none", DateTimeOffset.UtcNow.AddHours(1));
    private readonly IContainerEngine _engine;
    private readonly string _image;
    private int _commands;

    private SandboxBench(IContainerEngine engine, string image) => (_engine, _image) = (engine, image);

    public static async Task<SandboxBench> ConnectAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string> { ["DOCKER_HOST"] = surroundings.Engine.OriginalString };
        var engine = (await EngineConnector.ConnectAsync(EngineChoice.Docker, environment, cancellationToken)).Engine;
        var image = await engine.FindImageAsync(surroundings.Image, cancellationToken)
            ?? throw new InvalidOperationException($"The engine does not have {surroundings.Image}.");
        return new(engine, image.Id);
    }

    public Task<Sandbox> StartAsync(CancellationToken cancellationToken) => Sandbox.StartAsync(
        _engine, Hardening.Sandbox(_image), _owner, new SilentObserver(), TimeProvider.System, cancellationToken);

    public SandboxPool CreatePool(int demand) => new(_engine, Hardening.Sandbox(_image), _owner, demand, new(), TimeProvider.System);

    /// <summary>Runs a command that must succeed.</summary>
    public async Task RunAsync(Sandbox sandbox, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, $"{Interlocked.Increment(ref _commands)}");
        var result = await sandbox.RunAsync(
            new()
            {
                Name = "bench",
                Command = command,
                Timeout = TimeSpan.FromMinutes(10),
                StandardOutputPath = file + ".out",
                StandardErrorPath = file + ".err",
                KeepBytes = 10 << 20,
                AbortBytes = long.MaxValue,
            },
            cancellationToken);
        if (result.Termination is not { Reason: TerminationReason.Exited, ExitCode: 0 })
            throw new InvalidOperationException($"`{string.Join(' ', command)}` ended like this: {result.Termination}");
    }

    /// <summary>Fresh sandbox, command, result; taking it down is not waited for here.</summary>
    public async Task<Sandbox> RunFreshAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var sandbox = await StartAsync(cancellationToken);
        await RunAsync(sandbox, command, cancellationToken);
        return sandbox;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

namespace Harness.Engines.Tests.Support;

/// <summary>An engine that starts every container with another main process than it was asked for; otherwise it passes everything on.</summary>
internal sealed class OtherMain(IContainerEngine engine, params string[] command) : IContainerEngine
{
    public EngineInfo Info => engine.Info;

    public Task<string> CreateContainerAsync(ContainerSpec spec, CancellationToken cancellationToken) =>
        engine.CreateContainerAsync(spec with { Command = command }, cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => engine.PingAsync(cancellationToken);

    public Task<string?> FindMissingInitAsync(CancellationToken cancellationToken) => engine.FindMissingInitAsync(cancellationToken);

    public Task<ImageInfo?> FindImageAsync(string reference, CancellationToken cancellationToken) => engine.FindImageAsync(reference, cancellationToken);

    public Task PullImageAsync(string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken) =>
        engine.PullImageAsync(reference, platform, progress, cancellationToken);

    public Task StartContainerAsync(string id, CancellationToken cancellationToken) => engine.StartContainerAsync(id, cancellationToken);

    public Task<ContainerState?> InspectContainerAsync(string id, CancellationToken cancellationToken) => engine.InspectContainerAsync(id, cancellationToken);

    public Task<ExecExit> ExecAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken) =>
        engine.ExecAsync(id, spec, output, cancellationToken);

    public Task WaitContainerAsync(string id, CancellationToken cancellationToken) => engine.WaitContainerAsync(id, cancellationToken);

    public Task ReadLogsAsync(string id, IOutputSink output, CancellationToken cancellationToken) => engine.ReadLogsAsync(id, output, cancellationToken);

    public Task KillContainerAsync(string id, int signal, CancellationToken cancellationToken) => engine.KillContainerAsync(id, signal, cancellationToken);

    public Task<IReadOnlyList<string>> DisconnectContainerAsync(string id, CancellationToken cancellationToken) =>
        engine.DisconnectContainerAsync(id, cancellationToken);

    public Task ConnectContainerAsync(string id, IReadOnlyList<string> networks, CancellationToken cancellationToken) =>
        engine.ConnectContainerAsync(id, networks, cancellationToken);

    public Task<bool> RemoveContainerAsync(string id, CancellationToken cancellationToken) => engine.RemoveContainerAsync(id, cancellationToken);

    public Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken) =>
        engine.ListContainersAsync(labels, cancellationToken);

    public IAsyncEnumerable<EngineEvent> WatchEventsAsync(string labelKey, string labelValue, Action subscribed, CancellationToken cancellationToken) =>
        engine.WatchEventsAsync(labelKey, labelValue, subscribed, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // The engine is everybody's.
}

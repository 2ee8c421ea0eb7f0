using System.Collections.Concurrent;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Evidence;
using Harness.Running;

namespace Harness.Doctor.Injecting;

/// <summary>Does from outside what some faults need, and tells of each fault as soon as its suite has ended.</summary>
internal sealed class InjectionProgress : IRunProgress, IAsyncDisposable
{
    private readonly Dictionary<string, Injection> injections;
    private readonly ArtifactsFolder artifacts;
    private readonly EngineChoice choice;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly Action<CheckResult> judged;
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<string, Task> disturbances = new();
    private readonly ConcurrentDictionary<string, CheckResult> checks = new();

    public InjectionProgress(
        IEnumerable<Injection> injections, ArtifactsFolder artifacts, EngineChoice choice, IReadOnlyDictionary<string, string> environment, Action<CheckResult> judged)
    {
        this.injections = injections.ToDictionary(injection => injection.Cause);
        this.artifacts = artifacts;
        this.choice = choice;
        this.environment = environment;
        this.judged = judged;
    }

    public bool WantsOutput => injections.Values.Any(injection => injection.Outside is not null);

    /// <summary>How a fault was judged; null when its suite did not end.</summary>
    public CheckResult? Check(Injection injection) => checks.GetValueOrDefault(injection.Cause);

    public void Report(RunEvent runEvent)
    {
        if (runEvent.Suite is not { } suite || !injections.TryGetValue(suite, out var injection))
            return;
        if (runEvent.Kind == RunEventKind.SuiteEnded)
            judged(checks[suite] = InjectionRun.Judge(injection, ResultFile.Read(artifacts.Suite(suite).Result), artifacts, Refusal(suite)));
        else if (runEvent.Kind == RunEventKind.StepOutput && injection.Outside is { } disturb && runEvent.Text?.Contains(WaitingTest.Word, StringComparison.Ordinal) == true)
            disturbances.GetOrAdd(suite, _ => Task.Run(() => DisturbAsync(suite, disturb)));
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(disturbances.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a refusal was told with its suite
        ended.Dispose();
    }

    // Why nothing could be done from outside; null when it could, or was not yet.
    private string? Refusal(string suite) => disturbances.GetValueOrDefault(suite)?.Exception?.InnerException?.Message;

    // By a connection of its own, as somebody else would.
    private async Task DisturbAsync(string suite, Func<IContainerEngine, string, CancellationToken, Task> disturb)
    {
        var container = JournalReader.Read(artifacts.Suite(suite).Journal).Entries.First(entry => entry.Kind == JournalKind.ContainerCreated).Container!;
        var connection = await EngineConnector.ConnectAsync(choice, environment, ended.Token).ConfigureAwait(false);
        await using var engine = connection.Engine.ConfigureAwait(false);
        await disturb(connection.Engine, container, ended.Token).ConfigureAwait(false);
    }
}

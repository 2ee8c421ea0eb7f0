using System.Collections.Concurrent;

namespace Bullseye.Internal;

/// <summary>
/// Runs targets after their dependencies, each once. In turn, the first failure ends the run; in parallel, what does not
/// depend on the failed target still runs.
/// </summary>
internal sealed class Scheduler(
    TargetCatalog catalog, IReadOnlyList<TargetDefinition> named, Arguments arguments, TargetRunner runner, Progress progress)
{
    private readonly bool _parallel = arguments.Has(Option.Parallel);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _visits = new();

    public Task RunAsync() => EachAsync(named, target => VisitAsync(target, ""));

    private Task VisitAsync(TargetDefinition target, string from)
    {
        var path = arguments.Has(Option.Verbose) ? $"{from}/{target.Name}" : "";

        // In parallel the walk leaves this thread, so that actions without an await do not hold up their siblings.
        var visit = _visits.GetOrAdd(target.Name, _ => new(() =>
            _parallel ? Task.Run(() => WalkAsync(target, path)) : WalkAsync(target, path)));
        if (visit is { IsValueCreated: true, Value.IsCompleted: false })
            progress.Verbose(new Unit(target, null, path), "Awaiting");

        return visit.Value;
    }

    private async Task WalkAsync(TargetDefinition target, string path)
    {
        var unit = new Unit(target, null, path);
        progress.Verbose(unit, "Walking dependencies");
        await EachAsync(target.Dependencies, name => VisitDependencyAsync(name, unit)).ConfigureAwait(false);

        // Dependencies are walked even if they are to be skipped: they set the order of the targets that were named.
        if (!arguments.Has(Option.SkipDependencies) || named.Contains(target))
            await runner.RunAsync(target, path).ConfigureAwait(false);
    }

    private Task VisitDependencyAsync(string name, Unit dependent)
    {
        if (catalog.TryGet(name, out var target))
            return VisitAsync(target, dependent.Path);

        // Only with --skip-dependencies; without it a missing dependency has been refused.
        progress.Verbose(dependent, $"Ignoring non-existent dependency: {name}");
        return Task.CompletedTask;
    }

    private async Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act)
    {
        if (_parallel)
        {
            await Task.WhenAll(items.Select(act)).ConfigureAwait(false);
            return;
        }

        foreach (var item in items)
            await act(item).ConfigureAwait(false);
    }
}

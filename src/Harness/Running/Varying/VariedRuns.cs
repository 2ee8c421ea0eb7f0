using Harness.Engines.Sandboxes.Pool;
using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Suites;

namespace Harness.Running.Varying;

/// <summary>Makes the runs of a suite, the second one varied where the suite asks for it, and finds out which variation makes it differ.</summary>
/// <param name="context">What the runs share; its sandboxes vary nothing.</param>
/// <param name="admission">Gives each run its place.</param>
/// <param name="retrier">Decides on further attempts.</param>
/// <param name="sandboxes">The sandboxes of a run that varies these.</param>
internal sealed class VariedRuns(
    RunContext context, Admission admission, Retrier retrier, Func<Suite, IReadOnlyList<string>, SandboxPool> sandboxes)
{
    private readonly List<Run> runs = [];

    /// <summary>The runs that the suite asks for, and behind them those that were made to find a variation.</summary>
    public IReadOnlyList<Run> Runs => runs;

    /// <summary>Makes the runs and compares them.</summary>
    public async Task<Comparison> RunAsync(CancellationToken cancellationToken)
    {
        var asked = Enumerable.Range(1, context.Suite.Runs).Select(index => RunAsync(index, index == 2 ? context.Suite.Vary : [], cancellationToken));
        if (context.Suite.Workspace.Access is WorkspaceAccess.ReadWrite)
        {
            foreach (var run in asked)
                runs.Add(await run.ConfigureAwait(false)); // one begins when the other has ended: they would meet in the folder that both write to
        }
        else
        {
            runs.AddRange(await Task.WhenAll(asked).ConfigureAwait(false));
        }

        if (Compare(out var comparison) is not { } search)
            return comparison;

        foreach (var names in search.Questions())
            search.Answer(await TryAsync(names, cancellationToken).ConfigureAwait(false));
        return search.Result;
    }

    private Bisection? Compare(out Comparison comparison)
    {
        using var work = context.Clock.Work();
        var snapshots = RunComparison.Snapshots(context.Folder, runs);
        if (snapshots.Count > 1)
            DiffFiles.Write(context.Folder, snapshots[0], snapshots[1]);
        comparison = RunComparison.Of(snapshots);
        return RunComparison.Search(context.Folder, runs, context.Suite.Vary);
    }

    private async Task<Trial?> TryAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (context.Clock.Left <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
            return null;
        runs.Add(await RunAsync(runs.Count + 1, names, cancellationToken).ConfigureAwait(false));
        return RunComparison.Trial(context.Folder, runs[0], runs[^1], names);
    }

    private async Task<Run> RunAsync(int index, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return await new RetriedRun(context, admission, retrier).RunAsync(index, cancellationToken).ConfigureAwait(false);
        var suite = Variations.Apply(context.Suite, names);
        await using var own = sandboxes(suite, names);
        var varied = context with { Suite = suite, Varied = names, Sandboxes = own };
        return await new RetriedRun(varied, admission, retrier).RunAsync(index, cancellationToken).ConfigureAwait(false) with { Varied = names };
    }
}

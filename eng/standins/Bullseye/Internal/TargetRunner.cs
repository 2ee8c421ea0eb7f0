using System.Diagnostics;

namespace Bullseye.Internal;

/// <summary>Runs one target's own actions, at most one per processor at the same time.</summary>
internal sealed class TargetRunner(Arguments arguments, Func<Exception, bool> messageOnly, Progress progress) : IDisposable
{
    private readonly bool _parallel = arguments.Has(Option.Parallel);
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    public void Dispose() => _places.Dispose();

    public async Task RunAsync(TargetDefinition target, string path)
    {
        var unit = new Unit(target, null, path);
        var jobs = target.Jobs.ToList();
        if (jobs.Count == 0 && target.HasInputs)
            progress.NoInputs(unit);
        else if (jobs.Count == 0)
            progress.Success(unit, TimeSpan.Zero);
        else if (_parallel)
            await Task.WhenAll(jobs.Select(job => Task.Run(() => RunAsync(job, unit with { Input = job.Input })))).ConfigureAwait(false);
        else
            await InTurnAsync(jobs, unit).ConfigureAwait(false);
    }

    private async Task InTurnAsync(IEnumerable<Job> jobs, Unit unit)
    {
        foreach (var job in jobs)
            await RunAsync(job, unit with { Input = job.Input }).ConfigureAwait(false);
    }

    private async Task RunAsync(Job job, Unit unit)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        progress.OpenGroup(unit);
        try
        {
            progress.Start(unit);
            await ActAsync(job, unit).ConfigureAwait(false);
        }
        finally
        {
            progress.CloseGroup();
            _places.Release();
        }
    }

    private async Task ActAsync(Job job, Unit unit)
    {
        var clock = new Stopwatch();
        try
        {
            if (!arguments.Has(Option.DryRun))
            {
                clock.Start();
                await job.Action().ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            progress.Failure(unit, e, messageOnly(e), clock.Elapsed);
            var input = unit.Input is null ? "" : $" with input '{unit.Input}'";
            throw new TargetFailedException($"Target '{unit.Target.Name}' failed{input}.", e);
        }

        progress.Success(unit, clock.Elapsed);
    }
}

using System.Globalization;
using Harness.Evidence;
using Harness.Running.Breaking;

namespace Harness.Running;

/// <summary>One run: an attempt, and further ones while the last failed of something that may pass. Each keeps its own artifacts.</summary>
internal sealed class RetriedRun(RunContext context, Admission admission, Retrier retrier)
{
    /// <summary>Runs to the end; failures are in the record, never thrown.</summary>
    public async Task<Run> RunAsync(int index, CancellationToken cancellationToken)
    {
        var attempts = new List<Attempt>();
        try
        {
            while (true)
            {
                attempts.Add(await AttemptAsync(index, attempts.Count + 1, cancellationToken).ConfigureAwait(false));
                var last = attempts[^1];
                if (last.Outcome is Outcome.Passed or Outcome.Interrupted || retrier.PauseAfter(attempts.Count, last.Causes) is not { } pause)
                    return new(index, last.Outcome, attempts);
                Tell(index, last, pause);
                using (context.Clock.Work())
                    await Task.Delay(pause, context.Time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (CircuitOpenException open)
        {
            var number = attempts.Count + 1;
            var journal = context.Journal.Attempt(index, number);
            journal.Fault(open.Fault);
            journal.Ended(Outcome.Lost);
            attempts.Add(AttemptRecord.Of(new() { About = context.About, Fault = open.Fault }, number, context.Time.GetUtcNow(), TimeSpan.Zero));
            return new(index, Outcome.Lost, attempts);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var number = attempts.Count + 1;
            context.Journal.Attempt(index, number).Ended(Outcome.Interrupted);
            attempts.Add(AttemptRecord.Of(new() { About = context.About, Interrupted = true }, number, context.Time.GetUtcNow(), TimeSpan.Zero));
            return new(index, Outcome.Interrupted, attempts);
        }
    }

    private async Task<Attempt> AttemptAsync(int run, int number, CancellationToken cancellationToken)
    {
        using var place = await admission.EnterAsync(context.Suite.Limits.MemoryBytes, cancellationToken).ConfigureAwait(false);
        using var work = context.Clock.Work();
        return await context.Circuit.RunAsync(
            context.Suite.Name,
            token => new AttemptRunner(context, run, number).RunAsync(token),
            attempt => attempt.Causes is [var first, ..] ? first : null,
            cancellationToken).ConfigureAwait(false);
    }

    private void Tell(int run, Attempt failed, TimeSpan pause)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{context.Suite.Name} run {run}: attempt {failed.Index} ended with {failed.Causes[0].Name}; attempt {failed.Index + 1} follows in {pause.TotalSeconds:0.0} s");
        context.Journal.Note(text);
        context.Progress.Report(new() { Kind = RunEventKind.Note, At = context.Time.GetUtcNow(), Suite = context.Suite.Name, Run = run, Text = text });
    }
}

using System.Globalization;
using Harness.Evidence;

namespace Harness.Reporting.JUnit;

/// <summary>Turns a run into a testsuite: a testcase for each step, however many attempts there were.</summary>
internal sealed class JUnitRuns(SuiteResult result, SuiteFolder folder, JUnitOptions options, JUnitBudget budget)
{
    private readonly JUnitFaults faults = new(result, folder, budget);
    private readonly JUnitLogs logs = new(folder, options, budget);

    public JUnitSuite Suite(Run run)
    {
        var cases = run.Attempts.Count == 0 ? [] : Steps(run);
        if (run.Outcome is not Outcome.Passed && cases.All(testcase => testcase.Fault is null))
            cases.Add(Outside(run));
        if (cases.Count == 0) // nothing ran, and zero tests would look like success
            cases.Add(Outside(run));
        return new JUnitSuite(
            $"{result.Suite} / run {run.Index}",
            run.Attempts is [.., var last] ? last.StartedAt : result.StartedAt,
            JUnitProperties.OfRun(result, run),
            cases);
    }

    private List<JUnitCase> Steps(Run run)
    {
        var last = run.Attempts[^1];
        var earlier = run.Attempts.Take(run.Attempts.Count - 1).Where(attempt => attempt.Outcome is not Outcome.Passed).ToArray();
        var outside = earlier.Where(attempt => !attempt.Steps.Any(Deciding.IsAgainst)).Select(Retried).ToArray();
        var blocker = last.Steps.FirstOrDefault(Deciding.IsAgainst);
        // What failed before the first step is shown with the first step: retries have no testcases of their own.
        return [.. last.Steps.Select((step, index) => Step(run, last, step, blocker) with
        {
            Retried = [.. index == 0 ? outside : [], .. earlier.SelectMany(attempt => Retried(attempt, step.Name))],
        })];
    }

    private JUnitCase Step(Run run, Attempt attempt, StepResult step, StepResult? blocker)
    {
        var against = Deciding.IsAgainst(step);
        var cause = against ? faults.CauseOf(attempt, step) : null;
        return logs.Attach(
            new JUnitCase
            {
                Name = step.Name,
                Milliseconds = (long)Math.Round(Math.Max(0, step.DurationSeconds) * 1000),
                File = cause?.File ?? result.File,
                Line = cause?.File is null ? null : cause.Line,
                Properties = JUnitProperties.OfStep(run, step, cause),
                Skipped = step.Outcome is Outcome.Skipped ? NotRun(blocker) : null,
                Fault = against ? faults.OfStep(attempt, step) : null,
            },
            step,
            against);
    }

    private static string NotRun(StepResult? blocker) =>
        blocker is null ? "not run: the attempt ended before it" : $"not run: {Wording.End(blocker)}";

    private IEnumerable<JUnitFault> Retried(Attempt attempt, string step) =>
        attempt.Steps.Where(other => other.Name == step && Deciding.IsAgainst(other))
            .Select(other => Numbered(attempt, faults.OfStep(attempt, other)));

    private JUnitFault Retried(Attempt attempt) => Numbered(attempt, faults.OfAttempt(attempt));

    private static JUnitFault Numbered(Attempt attempt, JUnitFault fault) => fault with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"attempt {attempt.Index}: {fault.Message}"),
        Body = string.Create(CultureInfo.InvariantCulture, $"attempt {attempt.Index}: {fault.Body}"),
    };

    // The run failed, but no step of it did: there was no container, or it went away between steps.
    private JUnitCase Outside(Run run)
    {
        var cause = run.Attempts is [.., var last] ? faults.CauseOf(last) : result.Causes is [var first, ..] ? first : null;
        return new JUnitCase
        {
            Name = FaultClass.Place(cause),
            File = cause?.File ?? result.File,
            Line = cause?.File is null ? null : cause.Line,
            Fault = run.Attempts is [.., var deciding] && deciding.Outcome is not Outcome.Passed
                ? faults.OfAttempt(deciding)
                : faults.Fault(isError: true, "unknown", $"run {run.Index} has no steps", "", ""),
        };
    }
}

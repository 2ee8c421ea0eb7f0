using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Running;

namespace Harness.Reporting;

/// <summary>The place in a record that a reader looks at first.</summary>
internal static class Deciding
{
    /// <summary>The first run that did not pass, with its last attempt.</summary>
    public static (Run Run, Attempt Attempt)? Attempt(SuiteResult result)
    {
        var run = result.Runs.FirstOrDefault(run => run.Outcome is not Outcome.Passed && run.Attempts.Count > 0);
        return run is null ? null : (run, run.Attempts[^1]);
    }

    /// <summary>The log or diff that shows most about a cause, as the records write it; null where there is none.</summary>
    public static string? Log(SuiteResult result, Cause cause, SuiteFolder folder)
    {
        if (Diff(cause, folder) is { } diff)
            return folder.Find(folder.Relative(diff)) is null ? null : folder.Relative(diff);
        if (Attempt(result) is not var (_, attempt))
            return null;
        var step = attempt.Steps.FirstOrDefault(step => step.Name == cause.Step) ?? attempt.Steps.FirstOrDefault(IsAgainst);
        if (step is null)
            return null;
        string?[] logs = StepPlan.PrintsForHarness(step.Name) ? [step.Stderr] : cause.Evidence is [{ Source: "stdout" }, ..] ? [step.Stdout, step.Stderr] : [step.Stderr, step.Stdout];
        return logs.FirstOrDefault(log => folder.Find(log) is not null);
    }

    /// <summary>The diff that shows a drift; null for other causes.</summary>
    public static string? Diff(Cause cause, SuiteFolder folder) => cause.Name switch
    {
        "environment-drift" => folder.FreezeDiff,
        "content-drift" => folder.FilesDiff,
        "outcome-drift" => folder.OutcomesDiff,
        _ => null,
    };

    /// <summary>What to open, below the artifacts folder: the log that shows most, or where none does the report, or without one the record.</summary>
    public static string See(SuiteFolder folder, string? log) =>
        log is null && File.Exists(folder.Artifacts.Html) ? Path.GetFileName(folder.Artifacts.Html) : $"{folder.Name}/{log ?? "result.json"}";

    /// <summary>Whether a step ended against the expectation.</summary>
    public static bool IsAgainst(StepResult step) => step.Outcome is not (Outcome.Passed or Outcome.Skipped);
}

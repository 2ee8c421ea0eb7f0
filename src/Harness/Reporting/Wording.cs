using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Reporting;

/// <summary>The words in which every report speaks of the records.</summary>
internal static class Wording
{
    private const int MostNamed = 8;

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NotReproducible => "not reproducible",
        Verdict.Infrastructure => "infrastructure failure",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary>How many suites came to what, and how long all of them took, such as <c>2 suites: 1 passed, 1 failed (40.1 s)</c>.</summary>
    public static string Count(IReadOnlyList<SuiteResult> results, double? seconds)
    {
        var verdicts = results.GroupBy(result => result.Verdict).OrderBy(group => group.Key).Select(group => group.Key is Verdict.Infrastructure
            ? Amounts.Count(group.Count(), Of(group.Key))
            : $"{group.Count()} {Of(group.Key)}");
        return $"{Amounts.Count(results.Count, "suite")}: {string.Join(", ", verdicts)}{(seconds is { } known ? $" ({Amounts.Seconds(known)})" : "")}";
    }

    public static string Of(Outcome outcome) =>
        outcome is Outcome.TimedOut ? "timed out" : outcome.ToString().ToLowerInvariant();

    public static string Of(ReproducibilityVerdict verdict) => verdict switch
    {
        ReproducibilityVerdict.EnvironmentDrift => "environment drift",
        ReproducibilityVerdict.ContentDrift => "content drift",
        ReproducibilityVerdict.OutcomeDrift => "outcome drift",
        ReproducibilityVerdict.NotCompared => "not compared",
        _ => "reproducible",
    };

    /// <summary>The verdict with what the runs say of each other, such as <c>passed, reproducible</c>.</summary>
    public static string Headline(SuiteResult result) => result.Verdict switch
    {
        Verdict.Passed => $"passed, {Of(result.Reproducibility.Verdict)}{(result.Statistics.Recovered > 0 ? ", recovered by a retry" : "")}",
        Verdict.NotReproducible when result.Reproducibility.Verdict is not ReproducibilityVerdict.Reproducible
            => $"not reproducible, {Of(result.Reproducibility.Verdict)}",
        Verdict.Interrupted when result.Causes is [{ Name: "did-not-finish" }, ..] => "did not finish",
        _ => Of(result.Verdict),
    };

    /// <summary>How a step ended, from the facts alone, such as <c>install ended with exit code 1</c>.</summary>
    public static string End(StepResult step)
    {
        var end = step.Termination?.Reason switch
        {
            TerminationReason.Memory => "was ended by an OOM kill",
            TerminationReason.Timeout => "was stopped at its deadline",
            TerminationReason.Output => "was stopped because it printed too much",
            TerminationReason.NotStarted => "could not be started",
            TerminationReason.Lost => "was lost: its end was not seen",
            TerminationReason.Interrupted => "was interrupted",
            _ => step switch
            {
                { Signal: { } signal } => $"was ended by signal {signal}",
                { ExitCode: 0, Unmet: [var unmet, ..] } => $"ended with exit code 0, but {unmet}",
                { ExitCode: { } code } => $"ended with exit code {code}",
                _ => $"ended: {Of(step.Outcome)}",
            },
        };
        return $"{step.Name} {end}";
    }

    /// <summary>What carries a cause, beyond its summary: some causes have nothing but the engine's own words.</summary>
    public static IEnumerable<EvidenceLine> Evidence(Cause cause) => cause.Evidence.Where(line => line.Text.TrimEnd('.') != cause.Summary.TrimEnd('.'));

    /// <summary>A cause's code and summary.</summary>
    public static string Headline(Cause cause) => $"{cause.Code}: {cause.Summary}";

    /// <summary>A less likely cause of the same end, with how sure it is.</summary>
    public static string Rival(Cause rival) => $"{rival.Code} {rival.Name} ({Amounts.Percent(rival.Confidence)}): {rival.Summary}";

    /// <summary>Causes that a report leaves out, by code and step.</summary>
    public static string More(IEnumerable<Cause> left)
    {
        List<string> named = [.. left.Select(cause => cause.Step is { } step ? $"{cause.Code} in {step}" : cause.Code)];
        return $"{Amounts.Count(named.Count, "other cause")}: {string.Join(", ", named.Take(MostNamed))}{(named.Count > MostNamed ? ", …" : "")}";
    }

    /// <summary>How sure a cause is, and what would settle it; null when it is certain.</summary>
    public static string? Doubt(Cause cause) => (cause.Confidence, cause.WouldSettle) switch
    {
        // A witness of its own said it, and nothing speaks against: a number would only make a fact look doubtful.
        ( >= Confidence.Stated, null) when cause.Contradictions.Count == 0 => null,
        ( >= 0.995, null) => null,
        (_, null) => Amounts.Percent(cause.Confidence),
        (_, { } settle) => $"{Amounts.Percent(cause.Confidence)}; it would be settled by {settle}",
    };
}

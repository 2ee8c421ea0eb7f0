using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting.GitHub;

/// <summary>Tells what the suites came to as annotations of a GitHub job: the gravest first, and no more than a runner takes.</summary>
public static class Annotations
{
    // A runner takes ten of each level from one step and drops the rest without a word.
    private const int Most = 10;
    private const int MostEvidence = 6;
    private const int LongestEvidence = 300;
    private const int LongestSummary = 1_000; // a runner cuts messages at 4,096 characters

    /// <summary>The lines for the log, at most ten; the last one tells how many there is no room for.</summary>
    /// <param name="results">What the suites came to.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<SuiteResult> results)
    {
        var all = results
            .OrderBy(result => Verdicts.Rank(result.Verdict))
            .SelectMany(Faults)
            .Concat(results.SelectMany(result => result.Warnings.Select(warning => Of("warning", result, warning))))
            .ToArray();
        if (all.Length <= Most)
            return [.. all.Select(annotation => annotation.ToString())];
        var more = new Annotation(all[Most - 1].Level, "Harness", $"{all.Length - Most + 1} more are in the summary of this job and in junit.xml.");
        return [.. all.Take(Most - 1).Append(more).Select(annotation => annotation.ToString())];
    }

    private static IEnumerable<Annotation> Faults(SuiteResult result) => result switch
    {
        { Verdict: Verdict.Passed } => [],
        { Causes: [] } => [new("error", Title(result), "No cause was found; the journal shows what happened.") { File = result.File }],
        // Where every test passed, whether that is enough is for the workflow to say.
        _ => CauseGroup.Of(result).Select(group => Of(result.Verdict is Verdict.NotReproducible ? "warning" : "error", result, group.Cause)),
    };

    private static Annotation Of(string level, SuiteResult result, Cause cause)
    {
        string[] lines =
        [
            SafeText.Line(Wording.Headline(cause), LongestSummary),
            .. Wording.Evidence(cause).Take(MostEvidence).Select(line => SafeText.Line($"{line.Source}: {line.Text}", LongestEvidence)),
            SafeText.Line($"Remedy: {cause.Remedy}", LongestSummary),
        ];
        return new(level, Title(result), string.Join('\n', lines))
        {
            File = cause.File ?? result.File,
            Line = cause.File is null ? null : cause.Line,
            Column = cause.File is null ? null : cause.Column,
        };
    }

    private static string Title(SuiteResult result) => $"{result.Suite}: {Wording.Headline(result)}";
}

using System.Text;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Reporting.JUnit;

/// <summary>Turns the comparison of the runs into a testsuite of four testcases.</summary>
internal sealed class JUnitReproducibility(SuiteResult result, SuiteFolder folder, JUnitOptions options, JUnitBudget budget)
{
    private const int MostDifferences = 50;
    private const int MostChanges = 10;

    private readonly Comparison comparison = result.Reproducibility;
    private readonly JUnitFaults faults = new(result, folder, budget);
    private readonly JUnitLogs logs = new(folder, options, budget);

    public JUnitSuite Suite() => new(
        $"{result.Suite} / reproducibility",
        result.StartedAt,
        [.. JUnitProperties.OfSuite(result), ("reproducibility", KebabCase.Of(comparison.Verdict)), .. Baseline()],
        [
            Compared("freeze", "environment-drift", DifferenceKinds.OfEnvironment, "packages", folder.FreezeDiff),
            Compared("files", "content-drift", DifferenceKinds.OfContent, "files", folder.FilesDiff),
            Compared("outcomes", "outcome-drift", DifferenceKinds.OfOutcome, null, folder.OutcomesDiff),
            Resources(),
        ]);

    private IEnumerable<(string Name, string Value)> Baseline() => result.Baseline is not { } baseline ? [] :
    [
        ("baseline", BaselineText.Since(baseline)),
        .. baseline.Changes.Take(MostChanges).Select((change, index) => ($"baseline.{index + 1}", string.Join(' ', BaselineText.Row(change)))),
    ];

    private JUnitCase Compared(string name, string drift, IReadOnlyList<string> kinds, string? record, string diff)
    {
        var differences = DifferenceText.Real(comparison, kinds);
        var cause = result.Causes.FirstOrDefault(cause => cause.Name == drift);
        var testcase = new JUnitCase
        {
            Name = name,
            File = cause?.File ?? result.File,
            Line = cause?.File is null ? null : cause.Line,
        };
        if (differences.Count > 0)
            return logs.Attach(testcase with { Fault = Drift(drift, differences) }, diff);
        if (record is not null && comparison.Unrecorded?.Contains(record) == true)
            return testcase with { Skipped = $"not compared: a run left no record of its {record}" };
        return comparison.Verdict is ReproducibilityVerdict.NotCompared
            ? testcase with { Skipped = NotCompared() }
            : testcase with { Out = name == "files" ? DifferenceText.Benign(comparison) : null };
    }

    private string NotCompared() => result.Runs.Any(run => run.Outcome is Outcome.Interrupted) ? "not compared: interrupted"
        : result.Runs.Count == 1 ? "not compared: there was one run"
        : "not compared: there were not two complete runs";

    private JUnitFault Drift(string drift, IReadOnlyList<Difference> differences)
    {
        var list = new StringBuilder();
        foreach (var difference in differences.Take(MostDifferences))
            list.Append(SafeText.Line(DifferenceText.Line(difference))).Append('\n');
        if (differences.Count > MostDifferences)
            list.Append(Amounts.Count(differences.Count - MostDifferences, "more difference")).Append('\n');
        return result.Causes.FirstOrDefault(cause => cause.Name == drift) is { } cause
            ? faults.OfCause(cause, isError: false, tail: list.ToString())
            : faults.Fault(
                isError: false,
                drift,
                $"{Amounts.Count(differences.Count, "difference")} between the runs: {DifferenceText.Line(differences[0])}",
                "",
                list.ToString());
    }

    // Never fails: resources vary between runs of equal programs. Here they stand side by side.
    private JUnitCase Resources()
    {
        var lines = result.Runs.Where(run => run.Attempts is [.., { Resources: not null }])
            .Select(run => $"run {run.Index}: {ResourceText.Of(run.Attempts[^1].Resources!)}").ToArray();
        var testcase = new JUnitCase { Name = "resources", File = result.File };
        return lines.Length == 0
            ? testcase with { Skipped = "nothing was measured" }
            : testcase with { Out = string.Join('\n', lines) };
    }
}

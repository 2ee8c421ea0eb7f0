using Harness.Evidence;

namespace Harness.Reporting.JUnit;

/// <summary>
/// Writes results as JUnit XML that Jenkins, GitLab, Azure Pipelines and the report actions of GitHub all read:
/// flat testsuites, one for each suite and run, plus one for the comparison of the runs.
/// </summary>
public static class JUnitWriter
{
    /// <summary>Replaces the report in one step.</summary>
    /// <param name="path">The report.</param>
    /// <param name="results">What the suites came to; none is a failure too.</param>
    /// <param name="artifacts">The folder that holds the logs.</param>
    /// <param name="options">How it is written.</param>
    public static void Write(string path, IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, JUnitOptions? options = null)
    {
        var report = Fit(results, artifacts, options ?? new JUnitOptions());
        AtomicFile.Write(path, stream => report.WriteTo(stream));
    }

    // Size is known only when everything is escaped, so the report is written and measured, and written again with less text.
    private static MemoryStream Fit(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, JUnitOptions options)
    {
        IReadOnlyList<JUnitSuite> suites = [];
        var failing = results.SelectMany(result => result.Runs).Sum(run => run.Attempts is [.., var last] ? last.Steps.Count(Deciding.IsAgainst) : 0);
        foreach (var budget in JUnitBudget.Levels)
        {
            if ((long)failing * budget.FailingLogBytes > 8L * options.MostBytes) // far too large to be worth building
                continue;
            suites = JUnitDocument.Of(results, artifacts, options, budget);
            var report = Xml(suites);
            if (report.Length <= options.MostBytes)
                return report;
        }

        // Even without logs there are too many testcases: those with faults go first, and what had no room is said.
        var ordered = suites.SelectMany(suite => suite.Cases.Select(testcase => (Suite: suite, Case: testcase)))
            .OrderBy(pair => pair.Case.Fault is null).ToArray();
        for (var keep = ordered.Length / 2; ; keep /= 2)
        {
            var left = ordered.Skip(keep).ToArray();
            var kept = ordered.Take(keep).GroupBy(pair => pair.Suite, pair => pair.Case).Select(group => group.Key with { Cases = [.. group] });
            var report = Xml([JUnitDocument.LeftOut(left.Length, left.Count(pair => pair.Case.Fault is not null)), .. kept]);
            if (report.Length <= options.MostBytes || keep == 0)
                return report;
        }

        MemoryStream Xml(IReadOnlyList<JUnitSuite> all) => options.Dialect == JUnitDialect.Strict ? JUnitStrictXml.Write(all) : JUnitXml.Write(all);
    }
}

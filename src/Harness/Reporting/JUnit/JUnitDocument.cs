using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting.JUnit;

/// <summary>Turns results into testsuites, with names that are unique and with at least one testcase.</summary>
internal static class JUnitDocument
{
    private const int LongestName = 200;
    private const int MostFaults = 50;

    public static IReadOnlyList<JUnitSuite> Of(
        IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, JUnitOptions options, JUnitBudget budget)
    {
        var suites = results.SelectMany(result => Suites(result, artifacts.Suite(result.Suite), options, budget)).ToList();
        if (suites.Count == 0)
            suites.Add(NoSuites());
        var names = new UniqueNames();
        return [.. suites.Select(suite => suite with { Name = names.Next(suite.Name), Cases = Unique(suite.Cases) })];
    }

    /// <summary>The suite that stands for testcases that had no room.</summary>
    public static JUnitSuite LeftOut(int testcases, int faults) => Single(
        "harness",
        "junit-size",
        $"{Amounts.Count(testcases, "testcase")} had no room in this file, {faults} of them with failures; result.json of each suite has them all");

    private static List<JUnitSuite> Suites(SuiteResult result, SuiteFolder folder, JUnitOptions options, JUnitBudget budget)
    {
        var runs = result.Runs.Select(new JUnitRuns(result, folder, options, budget).Suite).ToList();
        if (result.Runs.Count > 0)
            runs.Add(new JUnitReproducibility(result, folder, options, budget).Suite());
        var shown = runs.Any(suite => suite.Cases.Any(testcase => testcase.Fault is not null));
        return runs.Count > 0 && (shown || result.Verdict is Verdict.Passed) ? runs : [Whole(result, folder, budget), .. runs];
    }

    // A verdict that no run shows: the suite is invalid, did not finish, or was failed as a whole.
    private static JUnitSuite Whole(SuiteResult result, SuiteFolder folder, JUnitBudget budget)
    {
        var faults = new JUnitFaults(result, folder, budget);
        var cases = CauseGroup.Of(result).Take(MostFaults).Select(group => new JUnitCase
        {
            Name = FaultClass.Place(group.Cause),
            File = group.Cause.File ?? result.File,
            Line = group.Cause.File is null ? null : group.Cause.Line,
            Fault = faults.OfCause(group.Cause, FaultClass.IsInfrastructure(result, Outcome.Failed, group.Cause), group.Rivals),
        }).ToList();
        if (cases.Count == 0)
            cases.Add(new JUnitCase { Name = "suite", File = result.File, Fault = WithoutCause(result, faults) });
        return new JUnitSuite(result.Suite, result.StartedAt, JUnitProperties.OfSuite(result), cases);
    }

    private static JUnitFault WithoutCause(SuiteResult result, JUnitFaults faults) => faults.Fault(
        FaultClass.IsInfrastructure(result, Outcome.Failed, null),
        "unknown",
        $"suite {result.Suite}: {Wording.Headline(result)}, and the record names no cause",
        "",
        "");

    private static JUnitSuite NoSuites()
    {
        var kind = CauseCatalog.Get("no-suites");
        return Single("harness", kind.Name, $"{kind.Code}: {kind.Meaning} {kind.Remedy}");
    }

    private static JUnitSuite Single(string suite, string type, string message) => new(
        suite,
        DateTimeOffset.UnixEpoch,
        [],
        [new JUnitCase { Name = "suite", Fault = new JUnitFault(IsError: true, type, message, message + "\n") }]);

    private static JUnitCase[] Unique(IReadOnlyList<JUnitCase> cases)
    {
        var names = new UniqueNames();
        return [.. cases.Select(testcase => testcase with { Name = names.Next(testcase.Name) })];
    }

    // Consumers drop the second of two equal names.
    private sealed class UniqueNames
    {
        private readonly HashSet<string> taken = new(StringComparer.Ordinal);

        public string Next(string name)
        {
            var safe = SafeText.Line(name, LongestName) is { Length: > 0 } line ? line : "unnamed";
            var unique = safe;
            for (var number = 2; !taken.Add(unique); number++)
                unique = $"{safe} ({number})";
            return unique;
        }
    }
}

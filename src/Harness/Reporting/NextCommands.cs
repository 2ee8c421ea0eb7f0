using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites.Wording;

namespace Harness.Reporting;

/// <summary>What to call next, where a suite did not pass: one line for a whole run, however many its causes.</summary>
internal static class NextCommands
{
    private const int MostCodes = 3;

    /// <summary>The commands, in the form of one line that a shell takes, such as <c>harness explain HARN4001; harness size smoke.yml</c>; null where nothing is told.</summary>
    public static string? Of(IReadOnlyList<SuiteResult> results) => Line(
        from result in results.OrderBy(result => Verdicts.Rank(result.Verdict))
        from cause in CauseGroup.Of(result)
        select (cause.Cause, result.File));

    /// <summary>The commands for one cause of a suite.</summary>
    public static string Of(Cause cause, string suiteFile) => Line([(cause, suiteFile)])!;

    private static string? Line(IEnumerable<(Cause Cause, string Suite)> told)
    {
        var all = told.ToList();
        string[] commands =
        [
            .. all.Select(one => one.Cause.Code).Distinct(StringComparer.Ordinal).Take(MostCodes).Select(code => ShellText.Of(["harness", "explain", code])),
            .. all.Any(one => IsEngine(one.Cause)) ? ["harness doctor"] : Array.Empty<string>(),
            .. all.Where(one => one.Cause.Name is "memory-limit").Take(1).Select(one => ShellText.Of(["harness", "size", one.Suite])),
        ];
        return commands.Length == 0 ? null : string.Join("; ", commands);
    }

    // The doctor looks at the engine; at an image and its registry it does not.
    private static bool IsEngine(Cause cause) => cause.Code.StartsWith("HARN2", StringComparison.Ordinal) && FaultClass.Place(cause) is not "image";
}

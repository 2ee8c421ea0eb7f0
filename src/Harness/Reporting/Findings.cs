using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Reporting;

/// <summary>What a suite's record has to say of its causes: the same choice and the same texts for every host.</summary>
public static class Findings
{
    private const int MostEvidence = 6;
    private const int MostRivals = 2;
    private const int Most = 20;

    /// <summary>Why the suite did not pass, the decisive first. None when the record knows no cause.</summary>
    /// <param name="result">What the suite came to.</param>
    /// <param name="folder">The folder that holds its logs.</param>
    /// <param name="root">The artifacts folder as the user named it, for the paths in the texts.</param>
    public static IReadOnlyList<Finding> Errors(SuiteResult result, SuiteFolder folder, string root) =>
        [.. CauseGroup.Of(result).Take(Most).Select(group => result.Verdict is Verdict.Invalid
            ? Of(result, group.Cause, [])
            : Of(result, group.Cause, Details(group.Cause)) with { See = See(result, group.Cause, folder, root), Rivals = Rivals(group, root) })];

    /// <summary>How many <see cref="Errors"/> leaves out.</summary>
    public static int Dropped(SuiteResult result) => Math.Max(0, CauseGroup.Of(result).Count - Most);

    /// <summary>Things worth knowing that did not change the verdict.</summary>
    public static IReadOnlyList<Finding> Warnings(SuiteResult result) => [.. result.Warnings.Select(warning => Of(result, warning, []))];

    // A line without its file would be a line of another file.
    private static Finding Of(SuiteResult result, Cause cause, IReadOnlyList<EvidenceLine> details) => new(
        cause.Name,
        cause.Code,
        cause.File is null ? new SourcePosition(result.File) : new SourcePosition(cause.File, cause.Line, cause.Column),
        cause.Summary,
        details,
        cause.Remedy);

    private static EvidenceLine[] Details(Cause cause) =>
    [
        .. Wording.Evidence(cause).Take(MostEvidence),
        .. cause.Contradictions.Select(line => new EvidenceLine("against", $"{line.Source}: {line.Text}")),
        .. Wording.Doubt(cause) is { } doubt ? [new EvidenceLine("confidence", doubt)] : Array.Empty<EvidenceLine>(),
    ];

    private static EvidenceLine[] Rivals(CauseGroup group, string root) =>
    [
        .. group.Rivals.Take(MostRivals).Select(rival => new EvidenceLine("possibly", Wording.Rival(rival))),
        .. group.Rivals.Count > MostRivals ? [new EvidenceLine("more", $"{Wording.More(group.Rivals.Skip(MostRivals))}; see {root}/report.html")] : Array.Empty<EvidenceLine>(),
    ];

    private static string See(SuiteResult result, Cause cause, SuiteFolder folder, string root) =>
        $"{root}/{Deciding.See(folder, Deciding.Log(result, cause, folder))}";
}

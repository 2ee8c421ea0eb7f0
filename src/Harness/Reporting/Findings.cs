using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Reporting;

/// <summary>What a suite's record has to say of its causes: the same choice and the same texts for every host.</summary>
public static class Findings
{
    private const int MostEvidence = 6;
    private const int MostOthers = 2;
    private const int MostInputFaults = 20;

    /// <summary>Why the suite did not pass: the most likely cause, or of an invalid suite each fault. None when the record knows no cause.</summary>
    /// <param name="result">What the suite came to.</param>
    /// <param name="folder">The folder that holds its logs.</param>
    /// <param name="root">The artifacts folder as the user named it, for the paths in the texts.</param>
    public static IReadOnlyList<Finding> Errors(SuiteResult result, SuiteFolder folder, string root) => result switch
    {
        { Verdict: Verdict.Invalid } => [.. result.Causes.Take(MostInputFaults).Select(cause => Of(result, cause, []))],
        { Causes: [var first, ..] } => [Of(result, first, Details(result, first)) with { See = See(result, first, folder, root) }],
        _ => [],
    };

    /// <summary>How many faults of an invalid suite <see cref="Errors"/> leaves out.</summary>
    public static int Dropped(SuiteResult result) =>
        result.Verdict is Verdict.Invalid ? Math.Max(0, result.Causes.Count - MostInputFaults) : 0;

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

    private static EvidenceLine[] Details(SuiteResult result, Cause cause) =>
    [
        .. Wording.Evidence(cause).Take(MostEvidence),
        .. cause.Contradictions.Select(line => new EvidenceLine("against", $"{line.Source}: {line.Text}")),
        .. Wording.Doubt(cause) is { } doubt ? [new EvidenceLine("confidence", doubt)] : Array.Empty<EvidenceLine>(),
        .. result.Causes.Skip(1).Take(MostOthers).SelectMany(other => Other(cause, other)),
        .. Wording.More(result, MostOthers + 1) is { } more ? [new EvidenceLine("more", more)] : Array.Empty<EvidenceLine>(),
    ];

    // What failed in another step has to be mended as well; a rival of the first cause has not.
    private static IEnumerable<EvidenceLine> Other(Cause cause, Cause other)
    {
        yield return new(Wording.Besides(cause, other), $"{other.Code} {other.Name} ({Amounts.Percent(other.Confidence)}): {other.Summary}");
        if (Wording.IsBesides(cause, other))
            yield return new("its remedy", other.Remedy);
    }

    private static string See(SuiteResult result, Cause cause, SuiteFolder folder, string root) =>
        $"{root}/{Deciding.See(folder, Deciding.Log(result, cause, folder))}";
}

using Harness.Reproducibility;
using Harness.Reproducibility.Rules;

namespace Harness.Diagnosis;

/// <summary>What two runs differ in, in one sentence.</summary>
internal sealed class DriftText(Comparison comparison)
{
    private readonly int other = comparison.Run ?? 2;

    /// <summary>The sentence: what was equal or varied, the first difference, and how many there are besides.</summary>
    public string Summary(IReadOnlyList<Difference> real)
    {
        if (real.Count == 0)
            return $"{Lead()}run 1 and run {other} differ.";
        var more = real.Skip(1).Count(difference => !Follows(difference));
        return $"{Lead()}{Text(real[0])}{(more > 0 ? $", and {more} more" : "")}.";
    }

    /// <summary>Whether it only follows from another: a RECORD lists the files of its package.</summary>
    public static bool Follows(Difference difference) => DistributionInfo.IsFile(difference.Subject, "RECORD");

    private string Lead() => (comparison.Variation, comparison.Verdict) switch
    {
        ({ Guilty: [var one] }, _) => $"The runs differ when the {VariationCause.Words(one)} is varied: ",
        ({ Guilty: [_, _, ..] several }, _) => $"The runs differ when {VariationCause.List(several)} are varied together: ",
        ({ Guilty: null, Varied: { Count: > 0 } varied }, _) => $"The runs differ while run 2 varies {VariationCause.List(varied)}: ",
        (_, ReproducibilityVerdict.EnvironmentDrift) => "The two runs installed different packages: ",
        (_, ReproducibilityVerdict.ContentDrift) => "The two runs installed the same versions with different files: ",
        _ when comparison.Unrecorded is { Count: > 0 } => "The runs differ: ",
        _ => "With the same packages and files, ",
    };

    private string Text(Difference difference) => difference.Kind switch
    {
        DifferenceKinds.Version => $"{difference.Subject} is {difference.Left} in run 1 and {difference.Right} in run {other}",
        DifferenceKinds.Archive => $"the archive of {difference.Subject} differs between run 1 and run {other}",
        DifferenceKinds.File => $"{(difference.Package is { } package ? $"{package}: " : "")}{difference.Subject} {Presence(difference) ?? $"differs between run 1 and run {other}"}",
        DifferenceKinds.Missing => $"{difference.Subject} {Presence(difference)}",
        DifferenceKinds.Outcome => $"{difference.Subject} {End(difference.Left, 1)} and {End(difference.Right, other)}",
        _ => $"{difference.Subject} differs: in run 1 {difference.Left ?? "all was as expected"}, in run {other} {difference.Right ?? "all was as expected"}",
    };

    private string? Presence(Difference difference) => (difference.Left, difference.Right) switch
    {
        (null, _) => $"is in run {other} only",
        (_, null) => "is in run 1 only",
        _ => null,
    };

    // "passed, exit code 0": that a success is told by code 0 goes without saying.
    private static string End(string? outcome, int run) => (outcome ?? "was not there").Split(", ", 2) is [var word, var how] && word != "passed"
        ? $"{word.Replace('-', ' ')} in run {run} ({how})"
        : $"{outcome?.Split(',')[0].Replace('-', ' ') ?? "was not there"} in run {run}";
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Evidence;

namespace Harness.Reproducibility;

/// <summary>Writes the diffs of two runs for people to read. A file without hunks says that nothing differs that matters.</summary>
public static class DiffFiles
{
    /// <summary>Writes <c>freeze.diff</c>, <c>files.diff</c> and <c>outcomes.diff</c>.</summary>
    /// <param name="suite">The suite's folder.</param>
    /// <param name="left">The first run.</param>
    /// <param name="right">The second run.</param>
    public static void Write(SuiteFolder suite, RunSnapshot left, RunSnapshot right)
    {
        Links.Refuse(suite.Artifacts.Path, suite.In("diff"));
        AtomicFile.Write(suite.FreezeDiff, Freeze(left, right));
        AtomicFile.Write(suite.FilesDiff, Files(left, right));
        AtomicFile.Write(suite.OutcomesDiff, UnifiedDiff.Of("run-1/outcomes", "run-2/outcomes", Outcomes(left), Outcomes(right)));
    }

    private static string Freeze(RunSnapshot left, RunSnapshot right) => PackageComparison.Pair(left, right) is { } packages
        ? UnifiedDiff.Of("run-1/freeze", "run-2/freeze", Packages(packages.Left), Packages(packages.Right))
        : "";

    private static string Files(RunSnapshot left, RunSnapshot right)
    {
        if (left.Files is null || right.Files is null)
            return "";
        var benign = new FileComparison(left.Files, right.Files).Differing.Where(pair => pair.Value is not null).ToArray();
        var hidden = benign.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var diff = UnifiedDiff.Of("run-1/files", "run-2/files", Lines(left.Files, hidden), Lines(right.Files, hidden));
        // Lines before the first header are remarks in this format.
        var rules = benign.GroupBy(pair => pair.Value).OrderBy(rule => rule.Key, StringComparer.Ordinal);
        var remark = string.Join(", ", rules.Select(rule => $"{rule.Key} {rule.Count()}"));
        return benign.Length == 0 ? diff : $"# Benign differences are left out: {remark}.\n{diff}";
    }

    private static string[] Packages(IReadOnlyDictionary<string, Pip.InstalledPackage> packages) =>
        [.. packages.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => OneLine($"{pair.Key}=={pair.Value.Identity}"))];

    private static string[] Lines(IReadOnlyDictionary<string, FileEntry> files, HashSet<string> hidden) =>
        [.. files.Values.Where(file => !hidden.Contains(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => OneLine($"{file.Path}  {file.Identity}"))];

    private static string[] Outcomes(RunSnapshot run) =>
        [.. run.Steps.SelectMany(step => (step.Unmet ?? []).Select(unmet => $"{step.Name}: {unmet}")
            .Prepend($"{step.Name}: {OutcomeComparison.Outcome(step)}"))
            .Select(OneLine)];

    // Names come from archives of strangers: a line break in one must not become a line of the diff.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() : text;
}

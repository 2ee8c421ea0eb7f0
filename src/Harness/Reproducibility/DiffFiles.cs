using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Evidence;

namespace Harness.Reproducibility;

/// <summary>Writes the diffs of two runs for people to read. A file without hunks says that nothing differs that matters.</summary>
public static class DiffFiles
{
    private const int MostTexts = 50;
    private const int MostLinesOfText = 200;

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
        var comparison = new FileComparison(left.Files, right.Files);
        var benign = comparison.Differing.Where(pair => pair.Value is not null).ToArray();
        var hidden = benign.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var diff = UnifiedDiff.Of("run-1/files", "run-2/files", Lines(left.Files, hidden, comparison), Lines(right.Files, hidden, comparison))
            + Texts(left.Files, right.Files, hidden);
        // Lines before the first header are remarks in this format.
        var rules = benign.GroupBy(pair => pair.Value).OrderBy(rule => rule.Key, StringComparer.Ordinal);
        var remark = string.Join(", ", rules.Select(rule => $"{rule.Key} {rule.Count()}"));
        return benign.Length == 0 ? diff : $"# Benign differences are left out: {remark}.\n{diff}";
    }

    // Of what was built on the spot, where the archives are the same and only the lines tell what is not.
    private static string Texts(IReadOnlyDictionary<string, FileEntry> left, IReadOnlyDictionary<string, FileEntry> right, HashSet<string> hidden)
    {
        var texts = new StringBuilder();
        var changed = left.Values
            .Where(file => !hidden.Contains(file.Path) && right.GetValueOrDefault(file.Path) is { Text: { } after } && file.Text is { } before && before != after)
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        foreach (var file in changed.Take(MostTexts))
        {
            texts.Append(UnifiedDiff.Of(
                OneLine($"run-1/{file.Path}"), OneLine($"run-2/{file.Path}"), TextLines(file.Text!), TextLines(right[file.Path].Text!), MostLinesOfText));
        }

        return texts.ToString();
    }

    private static string[] TextLines(string text) => [.. text.TrimEnd('\n').Split('\n').Select(OneLine)];

    private static string[] Packages(IReadOnlyDictionary<string, Pip.InstalledPackage> packages) =>
        [.. packages.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => OneLine($"{pair.Key}=={pair.Value.Identity}"))];

    private static string[] Lines(IReadOnlyDictionary<string, FileEntry> files, HashSet<string> hidden, FileComparison comparison) =>
        [.. files.Values.Where(file => !hidden.Contains(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => OneLine($"{file.Path}  {file.Identity}{Note(file.Path, comparison)}"))];

    // Such as "  [payload of never-alike]".
    private static string Note(string path, FileComparison comparison) => !comparison.Differing.ContainsKey(path) ? ""
        : comparison.PackageOf(path) is { } package ? $"  [{comparison.RuleOf(path)} of {package}]" : $"  [{comparison.RuleOf(path)}]";

    private static string[] Outcomes(RunSnapshot run) =>
        [.. run.Steps.SelectMany(step => (step.Unmet ?? []).Select(unmet => $"{step.Name}: {unmet}")
            .Prepend($"{step.Name}: {OutcomeComparison.Outcome(step)}"))
            .Select(OneLine)];

    // Names come from archives of strangers: a line break in one must not become a line of the diff.
    private static string OneLine(string text) =>
        text.Any(character => char.IsControl(character) && character != '\t') ? JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() : text;
}

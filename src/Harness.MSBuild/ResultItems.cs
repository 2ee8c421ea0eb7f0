using System.Globalization;
using Harness.Evidence;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Harness.MSBuild;

/// <summary>Results as items, for targets that come after.</summary>
internal static class ResultItems
{
    /// <summary>One item for each suite: its file, with what it came to and where that is written.</summary>
    public static ITaskItem[] Of(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts, string projectDirectory, bool upToDate) =>
        [.. results.Select(result => Item(Path.GetFullPath(result.File, projectDirectory),
        [
            ("Suite", result.Suite),
            ("Verdict", KebabCase.Of(result.Verdict)),
            ("Reproducibility", KebabCase.Of(result.Reproducibility.Verdict)),
            ("Cause", result.Causes is [var cause, ..] ? cause.Code : ""),
            ("DurationSeconds", result.DurationSeconds.ToString(CultureInfo.InvariantCulture)),
            ("UpToDate", upToDate ? "true" : "false"),
            ("Artifacts", artifacts.Path),
            ("Junit", artifacts.JUnit),
            ("ResultFile", artifacts.Suite(result.Suite).Result),
        ]))];

    private static TaskItem Item(string path, IEnumerable<(string Name, string Value)> metadata)
    {
        var item = new TaskItem();
        var literal = (ITaskItem2)item;
        literal.EvaluatedIncludeEscaped = Escape(path);
        foreach (var (name, value) in metadata)
            literal.SetMetadataValueLiteral(name, value);
        return item;
    }

    // What would mean something else in an item: an escape, a list, a pattern.
    private static string Escape(string path) => path
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(";", "%3b", StringComparison.Ordinal)
        .Replace("*", "%2a", StringComparison.Ordinal)
        .Replace("?", "%3f", StringComparison.Ordinal);
}

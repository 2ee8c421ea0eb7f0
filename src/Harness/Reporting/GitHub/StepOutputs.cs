using System.Security.Cryptography;
using System.Text;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Reporting.GitHub;

/// <summary>The outputs of a GitHub step, in the form of the file that <c>GITHUB_OUTPUT</c> names.</summary>
public static class StepOutputs
{
    /// <summary>Writes <c>verdict</c>, <c>cause</c>, <c>reproducible</c>, <c>junit</c> and <c>artifacts</c>.</summary>
    /// <param name="results">What the suites came to.</param>
    /// <param name="artifacts">The folder, whose paths are given as absolute ones.</param>
    public static string Of(IReadOnlyList<SuiteResult> results, ArtifactsFolder artifacts)
    {
        var verdict = Verdicts.Gravest(results.Select(result => result.Verdict)) ?? Verdict.Invalid;
        var text = new StringBuilder();
        Append(text, "verdict", KebabCase.Of(verdict));
        Append(text, "cause", Cause(results, verdict));
        Append(text, "reproducible", Reproducible([.. results.Select(result => result.Reproducibility.Verdict)]));
        Append(text, "junit", artifacts.JUnit);
        Append(text, "artifacts", artifacts.Path);
        return text.ToString();
    }

    private static string Cause(IReadOnlyList<SuiteResult> results, Verdict verdict) => results
        .Where(result => result.Verdict == verdict && result.Verdict is not Verdict.Passed)
        .Select(result => result.Causes is [var first, ..] ? first.Name : "unknown")
        .FirstOrDefault("");

    private static string Reproducible(IReadOnlyList<ReproducibilityVerdict> verdicts)
    {
        if (verdicts.Any(verdict => verdict is not (ReproducibilityVerdict.Reproducible or ReproducibilityVerdict.NotCompared)))
            return "false";
        return verdicts.Count > 0 && verdicts.All(verdict => verdict is ReproducibilityVerdict.Reproducible) ? "true" : "not-compared";
    }

    // With a delimiter that nobody can know beforehand: a value that holds it could add outputs of its own.
    private static void Append(StringBuilder text, string name, string value)
    {
        var delimiter = $"end-{RandomNumberGenerator.GetHexString(32)}";
        text.Append(name).Append("<<").Append(delimiter).Append('\n').Append(value).Append('\n').Append(delimiter).Append('\n');
    }
}

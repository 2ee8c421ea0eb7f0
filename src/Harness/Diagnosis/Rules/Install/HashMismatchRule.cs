using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>An archive is not the one whose hash was written down. Needs: pip's comparison, with both hashes.</summary>
internal static partial class HashMismatchRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed() || @case.Pip.Said("DO NOT MATCH THE HASHES") is not { } line)
            return null;
        var match = Comparison().Match(@case.Step.StderrTail);
        var (package, got) = (match.Success ? match.Groups["name"].Value : @case.Pip.Package, match.Groups["got"].Value);
        var cause = @case.Create("hash-mismatch", Confidence.Stated,
            $"{@case.Name}: the archive of {package ?? "a package"} is not the one whose hash was written down.",
            $"Find out why the archive of {package ?? "it"} changed; only if it should have, write --hash=sha256:{(got.Length > 0 ? got : "…")}.");
        cause = @case.About(cause, package).Because("stderr", line);
        return match.Success
            ? cause.Because("stderr", $"expected sha256 {match.Groups["expected"].Value}").Because("stderr", $"got sha256 {got}")
            : cause;
    }

    [GeneratedRegex(@"^ {4}(?<name>[A-Za-z0-9][A-Za-z0-9._-]*?)(?:[=<>!~\[ ][^\n]*)? from [^\n]*\n\s+Expected sha256 (?<expected>[0-9a-f]+)(?:\n\s+Expected\s+or [0-9a-f]+)*\n\s+Got\s+(?<got>[0-9a-f]+)", RegexOptions.Multiline)]
    private static partial Regex Comparison();
}

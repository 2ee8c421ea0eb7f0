using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>One requirement has a hash, so that all need one, and a version too. Needs: pip's list of those that lack it.</summary>
internal static partial class HashMissingRule
{
    public static Cause? Explain(Case @case)
    {
        var line = !@case.Failed() ? null : @case.Pip.Said("Hashes are required in --require-hashes mode") ?? @case.Pip.Said("In --require-hashes mode, all requirements must");
        if (line is null)
            return null;
        var match = Lacking().Match(@case.Step.StderrTail);
        var package = match.Success ? match.Groups["name"].Value : @case.Pip.Package;
        var write = match.Groups["hash"] is { Success: true } hash ? $"{package}{match.Groups["version"].Value} {hash.Value}" : $"{package}==VERSION --hash=sha256:…";
        var cause = @case.Create("hash-missing", Confidence.Stated,
            $"{@case.Name}: a requirement has a hash, so that all need one, and {package ?? "another"} has none or no exact version.",
            $"Write {write} in the requirements, or remove every --hash (one in a constraints file counts too).");
        cause = @case.About(cause, package).Because("stderr", line);
        return match.Success ? cause.Because("stderr", match.Value.Trim()) : cause;
    }

    [GeneratedRegex(@"^ {4}(?<name>[A-Za-z0-9][A-Za-z0-9._-]*?)(?<version>==[^\s]+)?(?:[<>!~][^\s]*)? (?:(?<hash>--hash=\S+)|from )[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Lacking();
}

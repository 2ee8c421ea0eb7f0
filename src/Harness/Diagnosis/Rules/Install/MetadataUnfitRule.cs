using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// pip passed over the only archive that would do, because of what that says of itself: another name or version than its file's, or
/// versions that are of no form that this pip takes. Needs: pip's words, and that it found nothing else.
/// </summary>
internal static partial class MetadataUnfitRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed() || @case.Pip.Missing.Count == 0)
            return null;
        if (First(@case, Other()) is { } other)
        {
            var (file, what, name) = (other.Groups["file"].Value, other.Groups["what"].Value, other.Groups["name"].Value);
            return Of(@case, other, name, $"{file} says that its {what} is '{other.Groups["has"].Value}' rather than '{other.Groups["expected"].Value}'.",
                $"Build {file} again rather than rename it, or fetch it again from where it is built.");
        }

        return First(@case, Invalid()) is { } invalid
            ? Of(@case, invalid, invalid.Groups["name"].Value, $"{invalid.Groups["name"].Value} {invalid.Groups["version"].Value} has metadata that this pip does not take.",
                $"Take a newer version of {invalid.Groups["name"].Value}, or install with a pip that takes it: python.toolchain: {{pip: \"24.0\"}}.")
            : null;
    }

    private static Match? First(Case @case, Regex words) =>
        words.Matches(string.Join('\n', [@case.Step.StderrTail, @case.Step.StdoutTail, .. @case.Pip.Log])).FirstOrDefault(match => @case.Pip.Missing.Any(missing => string.Equals(missing, match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)));

    private static Cause Of(Case @case, Match words, string package, string what, string remedy) =>
        @case.About(@case.Create("archive-corrupt", Confidence.Stated, $"{@case.Name}: {what}", remedy), package).Because("pip-log", words.Value.Trim());

    [GeneratedRegex(@"Requested (?<name>[A-Za-z0-9][A-Za-z0-9._-]*)[^\n]*? from \S*/(?<file>[^/\s#]+)[^\n]* has inconsistent (?<what>name|version): expected '(?<expected>[^']*)', but metadata has '(?<has>[^']*)'")]
    private static partial Regex Other();

    // Since 24.1; the line after it says what is wrong.
    [GeneratedRegex(@"Ignoring version (?<version>\S+) of (?<name>\S+) since it has invalid metadata:(?:\s*\n[^\n]+)?")]
    private static partial Regex Invalid();
}

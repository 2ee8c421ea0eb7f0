using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A locale that the image does not have, or one whose encoding has no such characters; by Python's own words.</summary>
internal static partial class LocaleMissing
{
    public static KnownFailure? Of(Case @case)
    {
        var words = string.Join('\n', KnownFailure.LastWords(@case));
        if (words.Contains("locale.Error: unsupported locale setting", StringComparison.Ordinal))
            return new("it asked for a locale that the image does not have", "Use C.UTF-8, which every image has, or an image with that locale (Debian's package locales-all).");
        return Ascii().IsMatch(words)
            ? new("the locale of the test has ASCII only", "Leave LANG and LC_ALL out of env and the image, or set env: {LC_ALL: C.UTF-8, PYTHONUTF8: \"1\"}.")
            : null;
    }

    [GeneratedRegex(@"^(?:E\s+)?Unicode(?:Decode|Encode)Error: 'ascii' codec can't", RegexOptions.Multiline)]
    private static partial Regex Ascii();
}

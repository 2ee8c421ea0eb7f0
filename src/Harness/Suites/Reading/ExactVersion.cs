using System.Text.RegularExpressions;

namespace Harness.Suites.Reading;

/// <summary>Exact versions of Python packages.</summary>
internal static partial class ExactVersion
{
    /// <summary>Whether a text is one version, in the standard's normal form: <c>24.0</c>, <c>1.0rc1</c>, <c>2.1.post1</c>.</summary>
    public static bool IsOne(string text) => Version().IsMatch(text);

    [GeneratedRegex(
        @"\A([0-9]{1,9}!)?[0-9]{1,9}(\.[0-9]{1,9}){0,9}" // epoch and release
        + @"((a|b|rc)[0-9]{1,9})?(\.post[0-9]{1,9})?(\.dev[0-9]{1,9})?"
        + @"(\+[a-z0-9]{1,50}(\.[a-z0-9]{1,50}){0,9})?\z", // local version
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}

using System.Text.RegularExpressions;
using Harness.Suites.Wording;

namespace Harness.Suites.Linting;

/// <summary>
/// Tells lines that no pip can install from those that only pip can judge (https://peps.python.org/pep-0508/). Versions of any form are
/// left to pip, because until 24.1 it took them; so are markers, addresses and paths.
/// </summary>
internal static partial class RequirementSyntax
{
    /// <summary>What can be written instead.</summary>
    public const string Remedy = "Write NAME, NAME==1.0, NAME>=1.0,<2, ./FOLDER or NAME @ URL; after a semicolon comes a marker such as python_version < '3.12'.";

    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">", "~=", "==="];
    private static readonly string[] Archives = [".whl", ".zip", ".gz", ".bz2", ".xz", ".lz", ".lzma", ".tar", ".tgz", ".tbz", ".txz", ".tlz"];

    /// <summary>What is wrong with a line that is no option and no requirement by <see cref="RequirementFiles"/>; null when that is not certain.</summary>
    public static string? Fault(string content)
    {
        var body = content.Split(';')[0].TrimEnd();
        if (body.StartsWith('.') || body.AsSpan().IndexOfAny("/\\:$") >= 0 || !System.Text.Ascii.IsValid(content)
            || Archives.Any(ending => body.Split('[')[0].TrimEnd().EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return null;
        return $"{DisplayText.Quote(content)} cannot be installed: {Reason(Parts().Match(body))}.";
    }

    private static string Reason(Match parts) => parts.Groups["comparison"].Value switch
    {
        _ when !parts.Success => "it does not begin with a name",
        "" => "a name is followed by nothing but versions, such as >=1.0,<2",
        "=" => "'=' is no comparison, '==' is",
        var comparison when !Comparisons.Contains(comparison) => $"'{comparison}' is no comparison",
        var comparison when parts.Groups["rest"].Length == 0 => $"there is no version after '{comparison}'",
        _ => "its versions are not of the form >=1.0,<2",
    };

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\s*(?:\[[^\]]*\])?\s*\(?\s*(?<comparison>[<>=!~]*)\s*(?<rest>.*)$")]
    private static partial Regex Parts();
}

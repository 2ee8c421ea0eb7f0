using System.Globalization;
using System.Text.RegularExpressions;
using Harness.Engines.Images;

namespace Harness.Suites.Starting;

/// <summary>Tells a <c>requires-python</c> that the Python of an image cannot meet.</summary>
internal static partial class RequiredPython
{
    /// <summary>The version in the tag of an official image of Python, such as <c>3.11.9</c> or <c>3.12</c>; null of any other image.</summary>
    public static string? Of(string image) =>
        ImageReference.TryParse(image, out var reference, out _) && reference is { Name: "python", Tag: { } tag } && Tag().Match(tag) is { Success: true } version
            ? version.Value
            : null;

    /// <summary>Whether a version is certain not to be among those asked for; clauses of other forms than plain releases rule nothing out.</summary>
    public static bool Excludes(string specifiers, string version) =>
        specifiers.Split(',').Select(text => Clause().Match(text)).Any(clause => clause.Success && Excludes(clause, Numbers(version)));

    // A part that the image's tag leaves open is the newest where more is asked for, and the first where less is.
    private static bool Excludes(Match clause, int[] version)
    {
        var asked = Numbers(clause.Groups["version"].Value);
        var (newest, first, bound) = (Filled(version, int.MaxValue), Filled(version, 0), Filled(asked, 0));
        return clause.Groups["operator"].Value switch
        {
            ">=" => newest.CompareTo(bound) < 0,
            ">" => newest.CompareTo(bound) <= 0,
            "<" => first.CompareTo(bound) >= 0,
            "<=" => first.CompareTo(bound) > 0,
            "~=" => newest.CompareTo(bound) < 0 || !StartsWith(version, asked[..^1]),
            // Poetry's: up to the next version that may break.
            "^" => newest.CompareTo(bound) < 0 || version[0] != asked[0],
            "==" when clause.Groups["any"].Success => !StartsWith(version, asked),
            "==" => newest.CompareTo(bound) < 0 || first.CompareTo(bound) > 0,
            _ => false,
        };
    }

    private static bool StartsWith(int[] version, int[] asked) => version.Zip(asked).All(pair => pair.First == pair.Second);

    private static (int Major, int Minor, int Patch) Filled(int[] numbers, int rest) =>
        (numbers[0], numbers.Length > 1 ? numbers[1] : rest, numbers.Length > 2 ? numbers[2] : rest);

    private static int[] Numbers(string version) => [.. version.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{1,3}){0,2}(?=-|$)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(?<operator>>=|<=|~=|==|>|<|\^)\s*(?<version>\d{1,6}(?:\.\d{1,6}){0,2})(?<any>\.\*)?\s*$")]
    private static partial Regex Clause();
}

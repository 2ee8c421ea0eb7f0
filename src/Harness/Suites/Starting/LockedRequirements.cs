using System.Text.RegularExpressions;
using Harness.Suites.Linting;

namespace Harness.Suites.Starting;

/// <summary>
/// A lock in the form of requirements, as pip-compile writes it. As constraints pip takes it only without extras and folders to install
/// from, and a hash among them makes it demand hashes of every requirement.
/// </summary>
internal static partial class LockedRequirements
{
    /// <summary>Whether pip takes the file as constraints as it is.</summary>
    public static bool CanConstrain(string text) => !LogicalLines.Of(text).Any(line => Unfit().IsMatch(line.Text));

    /// <summary>Its exact versions as constraints; files that it includes, which stay beside it, included again.</summary>
    public static IReadOnlyList<string> Pins(string text) => [.. LogicalLines.Of(text).Select(line => Pin(line.Text)).OfType<string>()];

    private static string? Pin(string line)
    {
        if (Include().IsMatch(line))
            return line;
        return Exact().Match(line) is { Success: true } match
            ? $"{match.Groups["name"].Value}=={match.Groups["version"].Value}{(match.Groups["marker"] is { Success: true, Value: var marker } ? $" {marker.TrimEnd()}" : "")}"
            : null;
    }

    [GeneratedRegex(@"\s--hash\b|^[A-Za-z0-9._-]+\s*\[|^(?:-e|--editable)\b|^\.")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"^(?:-r|-c|--requirement|--constraint)\b")]
    private static partial Regex Include();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*==\s*(?<version>[^\s;,*=]+)\s*(?<marker>;.*?)?(?:\s--.*)?$")]
    private static partial Regex Exact();
}

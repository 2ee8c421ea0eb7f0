using System.Text.RegularExpressions;

namespace Harness.Reproducibility.Pip;

/// <summary>What <c>pip freeze</c> prints.</summary>
public static partial class FreezeList
{
    /// <summary>Reads it: <c>name==version</c>, <c>name @ address</c>, and the forms of editable installs. Other lines are passed over.</summary>
    public static IReadOnlyList<InstalledPackage> Parse(string text) =>
        [.. text.Split('\n').Select(line => Package(line.Trim())).OfType<InstalledPackage>()];

    private static InstalledPackage? Package(string line)
    {
        if (EditableComment().Match(line) is { Success: true } comment)
            return new InstalledPackage(comment.Groups["name"].Value, Optional(comment.Groups["version"]), new PackageOrigin(null, Editable: true));
        if (Editable().Match(line) is { Success: true } editable)
            return new InstalledPackage(editable.Groups["name"].Value, null, new PackageOrigin(editable.Groups["url"].Value, Editable: true));
        if (Direct().Match(line) is { Success: true } direct)
            return new InstalledPackage(direct.Groups["name"].Value, null, new PackageOrigin(direct.Groups["url"].Value));
        return Pinned().Match(line) is { Success: true } pinned
            ? new InstalledPackage(pinned.Groups["name"].Value, pinned.Groups["version"].Value)
            : null;
    }

    private static string? Optional(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)={2,3}(?<version>\S+)$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*) @ (?<url>\S+)$")]
    private static partial Regex Direct();

    [GeneratedRegex(@"^-e (?<url>\S+)#egg=(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\S*$")]
    private static partial Regex Editable();

    // "# Editable install with no version control (name==1.0)", and a line "-e /path" after it.
    [GeneratedRegex(@"^# Editable .*\((?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:==(?<version>[^)\s]+))?\)$")]
    private static partial Regex EditableComment();
}

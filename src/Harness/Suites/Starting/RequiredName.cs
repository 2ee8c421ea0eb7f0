using System.Text.RegularExpressions;
using Harness.Suites.Linting;

namespace Harness.Suites.Starting;

/// <summary>The package that a line of a requirements file asks for.</summary>
internal static partial class RequiredName
{
    /// <summary>Its name, as written or as its archive's file has it; null where only pip can tell, as of folders and options.</summary>
    public static string? Of(string line) =>
        Archive().Match(line) is { Success: true } archive && ArchiveName.Parse(archive.Groups["file"].Value)?.Project is { } project ? project
        : Name().Match(line) is { Success: true } match ? match.Groups["name"].Value
        : null;

    // Options (-r, -e, --hash) and comments are no names; neither are folders and repositories.
    [GeneratedRegex(@"^\s*(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*([<>=!~;@#,]|$)")]
    private static partial Regex Name();

    // A path or an address by itself; what stands before an @ is a better name than that of the file after it.
    [GeneratedRegex(@"^\s*(?![-#])([^\s;#@\[\]]*/)?(?<file>[^\s;#@\[\]/]+\.(whl|zip|tgz|tar\.\w+))(\[[^\]]*\])?([\s;#]|$)")]
    private static partial Regex Archive();
}

using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Suites;
using Harness.Suites.Linting;

namespace Harness.Diagnosis;

/// <summary>Finds the line of the user's that asks for a package.</summary>
internal static partial class RequirementLines
{
    /// <summary>The first line that names the package; null when no line does.</summary>
    public static SourcePosition? Find(IEnumerable<InputFile> inputs, string package) =>
        inputs.SelectMany(Lines).FirstOrDefault(line => Asks(line.Text, package)).Position;

    /// <summary>The first line that asks for the package in these words, spaces aside; without words, the first that names it.</summary>
    public static SourcePosition? Find(IEnumerable<InputFile> inputs, string package, string? words) => words is null
        ? Find(inputs, package)
        : inputs.SelectMany(Lines).FirstOrDefault(line => Asks(line.Text, package) && Spaceless(line.Text).StartsWith(Spaceless(words), StringComparison.OrdinalIgnoreCase)).Position;

    /// <summary>What the line asks for, such as <c>idna==3.6</c>; null when no line names the package.</summary>
    public static string? Text(IEnumerable<InputFile> inputs, string package) =>
        inputs.SelectMany(Lines).FirstOrDefault(line => Asks(line.Text, package)).Text?.Split(" #")[0].Split(" --hash")[0].TrimEnd(' ', '\\', '\r');

    private static IEnumerable<(string Text, SourcePosition Position)> Lines(InputFile file) =>
        file.Text.Split('\n').Select((line, index) => (line.Trim(), new SourcePosition(file.File, index + 1)));

    private static bool Asks(string line, string package) =>
        Archive().Match(line) is { Success: true } archive ? ArchiveName.Parse(archive.Groups["file"].Value)?.IsOf(PackageName.Normalize(package)) == true
        : Name().Match(line) is { Success: true } match && PackageName.Normalize(match.Groups["name"].Value) == PackageName.Normalize(package);

    private static string Spaceless(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    // The path of an archive, which says by its name what it is of.
    [GeneratedRegex(@"^(?!-)[^\s#;@]*/(?<file>[^/\s]+\.(?:whl|zip|gz|tgz|bz2|xz))(?=[\s;[]|$)")]
    private static partial Regex Archive();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex Name();
}

using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Suites;

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

    private static bool Asks(string line, string package) => Name().Match(line) is { Success: true } match
        && Reproducibility.PackageName.Normalize(match.Groups["name"].Value) == Reproducibility.PackageName.Normalize(package);

    private static string Spaceless(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex Name();
}

using System.Text.RegularExpressions;
using Harness.Suites;

namespace Harness.Diagnosis;

/// <summary>Finds the line of the user's that asks for a package.</summary>
internal static partial class RequirementLines
{
    /// <summary>The line in the requirements, else in the constraints; null when no line names the package.</summary>
    public static SourcePosition? Find(Suite suite, string package)
    {
        var wanted = Normalise(package);
        foreach (var file in suite.Python.Requirements.Concat(suite.Python.Constraints).Where(File.Exists))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (Name().Match(line) is { Success: true } match && Normalise(match.Groups["name"].Value) == wanted)
                    return new(Display(suite, file), number);
            }
        }

        return null;
    }

    private static string Display(Suite suite, string file)
    {
        var folder = Path.GetDirectoryName(suite.DisplayFile);
        var relative = Path.GetRelativePath(suite.Directory, file);
        return string.IsNullOrEmpty(folder) ? relative : Path.Combine(folder, relative);
    }

    // PEP 503.
    private static string Normalise(string name) => Separators().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex Name();

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}

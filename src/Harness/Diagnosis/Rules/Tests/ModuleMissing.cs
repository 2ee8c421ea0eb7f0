using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A module that Python did not find, in Python's own words: of an import, or of <c>python -m</c>.</summary>
internal static partial class ModuleMissing
{
    public static KnownFailure? Of(Case @case)
    {
        if (KnownFailure.LastWords(@case).Select(line => Missing().Match(line)).LastOrDefault(match => match.Success) is not { } match)
            return null;
        var name = match.Groups["name"].Value;
        if (ImportNames.Package(name) is { } known)
            return new($"Python finds no module '{name}'", $"Add {known}, which brings '{name}', to {Requirements(@case)}.");
        var otherwise = name.Split('.') is [var package, _, ..]
            ? $"the version of '{package}' that has it"
            : "the folder of a module of your own to PYTHONPATH in env";
        return new($"Python finds no module '{name}'", $"Add the package that brings '{name}' to {Requirements(@case)}, or {otherwise}.");
    }

    private static string Requirements(Case @case) => @case.Evidence.About.Inputs is [{ File: var file }, ..] && @case.Suite.Python.Requirements.Count > 0 ? file : "python.requirements";

    // "; 'x' is not a package" and the like: x is there, and nothing is to be installed.
    [GeneratedRegex(@"No module named (?<quote>'?)(?<name>(?>[A-Za-z_][\w.]*))\k<quote>(?!; ')")]
    private static partial Regex Missing();
}

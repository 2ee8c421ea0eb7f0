using System.Text.RegularExpressions;
using Harness.Running;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A name that an installed module does not have, which is how most packages say that they got another version of a second one than they know.</summary>
internal static partial class NameMissing
{
    public static KnownFailure? Of(Case @case)
    {
        if (KnownFailure.LastWords(@case).Select(line => Words().Match(line)).LastOrDefault(match => match.Success) is not { } match)
            return null;
        var (name, module) = (match.Groups["name"].Value, match.Groups["module"].Value);
        var fact = $"'{module}' has no '{name}'";
        return match.Groups["path"].Value.Contains("-packages/", StringComparison.Ordinal)
            ? new($"{fact} in the version that is installed", $"Constrain the package that brings '{module}' to a version with '{name}', or take a newer version of what asks for it.")
            : new(fact, match.Groups["path"].Value.StartsWith(SandboxPaths.Workspace + "/", StringComparison.Ordinal)
                ? $"Correct '{name}', or rename {match.Groups["path"].Value} if it hides a package of that name."
                : $"Correct '{name}', or use an image whose Python has it.");
    }

    // Of a module that is still being imported, Python says so; then it is no matter of versions.
    [GeneratedRegex(@"ImportError: cannot import name '(?<name>[^']+)' from '(?<module>[^']+)' \((?<path>/[^)]+)\)$")]
    private static partial Regex Words();
}

using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>The package exists, but not for the image's Python. Needs: pip's list of versions that it ignored for that, and no other version to take.</summary>
internal static partial class RequiresPythonRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var direct = Direct().Match(@case.Step.StderrTail);
        var ignored = Ignored().Match(@case.Step.StderrTail);
        if (!direct.Success && !(ignored.Success && (@case.Pip.Missing.Count > 0 || @case.Pip.Said("ResolutionImpossible") is not null)))
            return null;
        var package = direct.Success ? direct.Groups["name"].Value : @case.Pip.Package ?? "a package";
        var wanted = direct.Success ? direct.Groups["wanted"].Value : ignored.Groups["wanted"].Value;
        var cause = @case.Create("requires-python", Confidence.Stated,
            $"{@case.Name}: {package} needs Python {wanted}, and the image has {ImagePython.Version(@case.Evidence)}.",
            $"Choose an older version of {package}, or an image with Python {wanted}.");
        return @case.About(cause, package).Because("stderr", (direct.Success ? direct : ignored).Value.Trim());
    }

    [GeneratedRegex(@"Package '(?<name>[^']+)' requires a different Python: \S+ not in '(?<wanted>[^']+)'")]
    private static partial Regex Direct();

    [GeneratedRegex(@"Ignored the following versions that require a different python version:.*?Requires-Python (?<wanted>[^;\n]+)[^\n]*")]
    private static partial Regex Ignored();
}

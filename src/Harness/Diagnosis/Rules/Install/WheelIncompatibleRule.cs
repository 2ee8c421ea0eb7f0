using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>There are wheels, and none fits. Needs: a wheel that pip refused by name, or wheels in the log that it passed over for what it then did not find.</summary>
internal static partial class WheelIncompatibleRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        if (Refused().Match(@case.Step.StderrTail) is { Success: true } refused)
        {
            var file = refused.Groups["file"].Value;
            return Of(@case, file.Split('-')[0].Replace('_', '-'), [new(string.Join('-', file[..^4].Split('-')[^3..]), file)], "stderr");
        }

        // pip calls a constrained package of which no wheel fits a conflict, and does not say that it is missing.
        var constrained = @case.Pip.Said("ResolutionImpossible") is null ? null : @case.Pip.Package;
        foreach (var package in @case.Pip.Missing.Append(constrained).OfType<string>())
        {
            // With other versions to choose from, the version is what is missing.
            var others = @case.Pip.Log.Any(line => line.Contains("Found link ", StringComparison.Ordinal) && PipWords.IsOf(line.Split("Found link ")[1].Split(' ', '#')[0], package));
            if (!others && SkippedWheel.Of(@case.Pip, package) is { Count: > 0 } wheels)
                return Of(@case, package, wheels, "pip-log");
        }

        return null;
    }

    private static Cause Of(Case @case, string package, IReadOnlyList<SkippedWheel> wheels, string source)
    {
        var cause = @case.Create("wheel-incompatible", Confidence.Stated,
            $"{@case.Name}: none of the wheels of {package} is for {ImagePython.Platform(@case.Evidence)}.",
            $"Add a wheel of {package} for {ImagePython.Platform(@case.Evidence)}; there {(wheels.Count == 1 ? "is one" : "are some")} for {string.Join(", ", wheels.Select(wheel => wheel.Tags).Distinct().Take(3))}.");
        return wheels.Take(3).Aggregate(@case.About(cause, package), (current, wheel) => current.Because(source, $"{wheel.File} was passed over: {wheel.Tags} does not fit"));
    }

    [GeneratedRegex(@"(?<file>[^\s/]+\.whl) is not a supported wheel on this platform")]
    private static partial Regex Refused();
}

using System.Text.RegularExpressions;
using Harness.Suites.Linting;
using Harness.Suites.Wording;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// Nothing has what a requirement asks for. Needs: pip's word for it. An index that failed, wheels that do not fit and Pythons
/// that are too old look the same on the console and have been asked for before.
/// </summary>
internal static partial class RequirementNotFoundRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        if (@case.Pip.Failures.FirstOrDefault(failure => failure is { IsFatal: true, IsAbsence: true }) is { } gone)
            return Gone(@case, gone);
        var found = Found().Match(@case.Step.StderrTail);
        if (!found.Success)
            return null;
        var (package, asked, versions) = (found.Groups["name"].Value, found.Groups["asked"].Value, found.Groups["versions"].Value);
        // Without the log, and without a single version on offer, an index that failed looks the same.
        var blind = @case.Evidence.PipLog is null && versions is "" or "none";
        var cause = @case.Create("requirement-not-found", blind ? Confidence.Likely : Confidence.Stated,
            $"{@case.Name}: {@case.Source()} has no {asked}.", Remedy(@case, package, asked, versions));
        cause = @case.About(cause, package)
            .Because("stderr", found.Value.Trim())
            .BecauseIf(@case.Pip.Failures.Count > 0, "pip-log", () => $"{@case.Pip.Failures[0].Url}: {@case.Pip.Failures[0].Reason}");
        return blind ? cause.SettledBy(InstallCase.LogSettles) : cause;
    }

    private static Cause Gone(Case @case, Pip.FetchFailure failure)
    {
        var package = @case.Pip.Package ?? failure.File;
        var isAsked = RequirementLines.Text(@case.Evidence.About.Inputs, package)?.Contains("://", StringComparison.Ordinal) is true;
        var cause = @case.Create("requirement-not-found", Confidence.Stated, $"{@case.Name}: {failure.Host} has no {failure.File} ({failure.Status}).", isAsked
            ? $"Correct the address of {package}: nothing is at {failure.Url}."
            : $"The index lists {failure.File} and its host does not have it: bring the index up to date, or ask for another version of {package}.");
        return @case.About(cause, package).Because("stderr", $"{failure.Url}: {failure.Reason}");
    }

    /// <summary>How to get what was asked for, or what else to ask for; without versions, or with <c>none</c>, nothing is there.</summary>
    public static string Remedy(Case @case, string package, string asked, string versions)
    {
        if (@case.Pip.SaidOrLogged($"No sources permitted for {package}") is not null)
            return $"There is only a source distribution of {package}, and only wheels are allowed: add a wheel of {package}, or take it out of python.only-binary.";
        return versions is "" or "none"
            ? $"{(Near(@case, package) is { } near ? $"Write {near}, which is there, instead of {package}" : $"Correct the name '{package}'")}, or add {asked} to {@case.Source()}."
            : $"Ask for one of the versions of {package} that there are ({versions}), or add {asked} to {@case.Source()}.{Early(package, versions)}";
    }

    private static string Early(string package, string versions) => PreRelease().Match(versions) is { Success: true } early
        ? $" A pre-release is only taken where it is named ({package}=={early.Value}) or --pre stands in the requirements."
        : "";

    // What lies beside it and has nearly its name, by pip's log of what it passed over.
    private static string? Near(Case @case, string package) => NearestWord.Find(package, @case.Pip.Log
        .Select(line => PassedOver().Match(line)).Where(match => match.Success && match.Groups["name"].Value == package)
        .Select(match => ArchiveName.Parse(match.Groups["file"].Value)?.Project).OfType<string>());

    [GeneratedRegex(@"Skipping link: (?:wrong project name \(not (?<name>[^)]+)\)|Missing project version for (?<name>[^:]+)): \S*/(?<file>[^/\s#]+)")]
    private static partial Regex PassedOver();

    [GeneratedRegex(@"[^\s,]*\d(?:a|b|rc|\.dev)\d+[^\s,]*(?=[^,]*$)")]
    private static partial Regex PreRelease();

    [GeneratedRegex(@"Could not find a version that satisfies the requirement (?<asked>(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)[^\s(]*)[^\n]*\(from versions: (?<versions>[^)]*)\)")]
    private static partial Regex Found();
}

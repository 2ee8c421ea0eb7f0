using System.Text.RegularExpressions;
using Harness.Suites.Linting;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// The constraints hold a version that nothing has. Needs: pip's list of who asks for what, where nothing speaks against that
/// version, and its log of those it found; pip itself calls it a conflict. Wheels that do not fit and indexes that fail look the
/// same there and have been asked for before.
/// </summary>
internal static partial class ConstraintNotFoundRule
{
    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed() || @case.Pip.Said("ResolutionImpossible") is null)
            return null;
        var demands = DependencyConflictRule.Demands(@case);
        var held = demands.Select(demand => Constraint().Match(demand)).FirstOrDefault(match => match.Success);
        if (held is null || OwnVersionConflict.Explain(@case, demands) is not null)
            return null;
        var (package, asked) = (held.Groups["name"].Value, held.Groups["spec"].Value);
        var found = @case.Pip.VersionsOf(package);
        if (!IsUnopposed(demands) && !IsMissing(held.Groups["version"].Value, found, demands))
            return null;
        var blind = @case.Evidence.PipLog is null;
        var cause = @case.About(@case.Create("requirement-not-found", blind ? Confidence.Likely : Confidence.Stated, $"{@case.Name}: {@case.Source()} has no {asked}.",
            RequirementNotFoundRule.Remedy(@case, package, asked, string.Join(", ", found)) + DependencyConflictRule.Pinned(@case, package)), package);
        cause = found.Count == 0 ? cause : cause.At(RequirementLines.Find(@case.Evidence.About.Inputs, package, asked));
        cause = cause.Because("stdout", held.Value).Because("stderr", @case.Pip.Said("Cannot install") ?? @case.Pip.Said("ResolutionImpossible")!)
            .BecauseIf(found.Count > 0, "pip-log", () => $"Found {package} {string.Join(", ", found)}")
            .BecauseIf(@case.Pip.Failures.Count > 0, "pip-log", () => $"{@case.Pip.Failures[0].Url}: {@case.Pip.Failures[0].Reason}");
        return blind ? cause.SettledBy(InstallCase.LogSettles) : cause;
    }

    // The only other demand is for any version.
    private static bool IsUnopposed(List<string> demands) => demands is [var one, var other] && (AnyVersion().IsMatch(one) || AnyVersion().IsMatch(other));

    private static bool IsMissing(string version, IReadOnlyList<string> found, List<string> demands) =>
        Exact().Match(version) is { Success: true } exact
        && found.Count > 0
        && !found.Any(one => IsSame(one, exact.Groups["version"].Value))
        && demands.TrueForAll(demand => Exact().Match(demand) is not { Success: true } other || IsSame(other.Groups["version"].Value, exact.Groups["version"].Value));

    private static bool IsSame(string version, string other) => ReleaseNumber.Normalize(version) == ReleaseNumber.Normalize(other);

    [GeneratedRegex(@"^The user requested \(constraint\) (?<spec>(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?<version>\S*))$")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"(?:^The user requested |depends on )[A-Za-z0-9][A-Za-z0-9._-]*(?:\[[^\]]*\])?$")]
    private static partial Regex AnyVersion();

    [GeneratedRegex(@"(?<![!<>=~])={2,3}(?<version>[^\s,*]+)$")]
    private static partial Regex Exact();
}

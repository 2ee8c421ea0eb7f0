using System.Text.RegularExpressions;
using Harness.Reproducibility;
using Harness.Reproducibility.Pinning;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// No set of versions satisfies everybody. Needs: pip's <c>ResolutionImpossible</c> and its list of who asks for what. pip says
/// the same of a constrained version that is not there, so that index, wheels and constraints have been asked before.
/// </summary>
internal static partial class DependencyConflictRule
{
    public static Cause? Explain(Case @case)
    {
        var line = !@case.Failed() ? null : @case.Pip.Said("Cannot install") ?? @case.Pip.Said("ResolutionImpossible");
        if (line is null || @case.Pip.Said("ResolutionImpossible") is null)
            return null;
        var demands = Demands(@case);
        return OwnVersionConflict.Explain(@case, demands) is { } own ? Witnessed(own, demands, line) : Conflict(@case, demands, line);
    }

    private static Cause Conflict(Case @case, List<string> demands, string line)
    {
        var package = Disputed(demands) ?? @case.Pip.Package;
        // Without the log nobody knows whether what the constraints hold is there at all.
        var blind = @case.Evidence.PipLog is null && (demands.Count == 0 || demands.Exists(demand => demand.Contains("(constraint)", StringComparison.Ordinal)));
        var cause = @case.Create("dependency-conflict", blind ? Confidence.Likely : Confidence.Stated,
            $"{@case.Name}: no version of {package ?? "a package"} satisfies all requirements on it.",
            (demands.Count == 0 ? $"Loosen one of the requirements that ask for {package}." : $"Loosen {Either([.. demands.Select(demand => Loosened(@case, demand)).Distinct(StringComparer.Ordinal)])}.") + Pinned(@case, package));
        cause = @case.About(cause, package);
        cause = cause.Line is null ? cause.At(demands.Select(demand => Place(@case, demand)).FirstOrDefault(place => place is not null)) : cause;
        return Witnessed(blind ? cause.SettledBy("pip's own log, which says which versions there are") : cause, demands, line);
    }

    private static Cause Witnessed(Cause cause, IEnumerable<string> demands, string line) =>
        demands.Aggregate(cause, (current, demand) => current.Because("stdout", demand)).Because("stderr", line);

    /// <summary>What to do about a demand that stands in a file of <c>harness pin</c>'s, which is not the user's to loosen; begins with a space.</summary>
    public static string Pinned(Case @case, string? package) =>
        package is not null
        && @case.Evidence.About.Inputs.FirstOrDefault(input => PinHeader.Of(input.Text) is not null && RequirementLines.Find([input], package) is not null) is { } pinned
            ? $" {pinned.File} was written by harness pin. {PinnedInputs.Remedy}"
            : "";

    /// <summary>Who asks for what, in pip's words: on the console, else in its log.</summary>
    public static List<string> Demands(Case @case) => Demands(@case.Step.StdoutTail.Split('\n')) is { Count: > 0 } told ? told : Demands(@case.Pip.Log);

    private static List<string> Demands(IEnumerable<string> lines) =>
        [.. lines.SkipWhile(line => !line.StartsWith("The conflict is caused by:", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];

    // What is asked for, with its line; of a package that asks for it, who that is.
    private static string Loosened(Case @case, string demand)
    {
        var place = Place(@case, demand) is { } position ? $" ({position})" : "";
        if (demand.Split(" depends on ", 2) is [var asking, var asked])
            return $"{asking}{place}, which asks for {asked}";
        return UserRequest().Match(demand) is { Success: true } match ? match.Groups["spec"].Value + place : demand;
    }

    private static string Either(IReadOnlyList<string> demands) =>
        demands.Aggregate((all, next) => all + (all.Contains(", which", StringComparison.Ordinal) ? ", or " : " or ") + next);

    // The line of the user's that a demand comes from; null of one by a package that no line asks for.
    private static SourcePosition? Place(Case @case, string demand)
    {
        var inputs = @case.Evidence.About.Inputs;
        if (demand.Split(" depends on ", 2) is [var asking, _])
            return RequirementLines.Find(inputs, asking.Split(' ')[0]);
        return UserRequest().Match(demand) is { Success: true } match ? RequirementLines.Find(inputs, Asked().Match(demand).Groups["name"].Value, match.Groups["spec"].Value) : null;
    }

    // The package that most of them ask for.
    private static string? Disputed(IEnumerable<string> demands) => demands
        .Select(demand => Asked().Match(demand)).Where(match => match.Success).Select(match => PackageName.Normalize(match.Groups["name"].Value))
        .GroupBy(name => name).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    [GeneratedRegex(@"^The user requested (?:\(constraint\) )?(?<spec>\S.*)$")]
    private static partial Regex UserRequest();

    [GeneratedRegex(@"(?:The user requested (?:\(constraint\) )?|depends on )(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex Asked();
}

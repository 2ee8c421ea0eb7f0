using System.Text.RegularExpressions;
using Harness.Reproducibility;
using Harness.Reproducibility.Pinning;
using Harness.Running;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// A constraint holds an older version of what the suite itself brings as a folder or a file: nothing is missing anywhere, the project went on.
/// Needs: pip's list of who asks for what, which has the version that was found and where.
/// </summary>
internal static partial class OwnVersionConflict
{
    /// <summary>The cause; null when the demands are no such pair.</summary>
    public static Cause? Explain(Case @case, IReadOnlyList<string> demands)
    {
        var own = demands.Select(demand => Found().Match(demand)).FirstOrDefault(match => match.Success);
        if (own is null)
            return null;
        var (name, version, place) = (own.Groups["name"].Value, own.Groups["version"].Value, WorkspacePath.Of(own.Groups["place"].Value) ?? own.Groups["place"].Value);
        var held = demands.Select(demand => Constraint().Match(demand))
            .FirstOrDefault(match => match.Success && PackageName.Normalize(match.Groups["name"].Value) == PackageName.Normalize(name))?.Groups["spec"].Value;
        if (held is null)
            return null;
        var line = RequirementLines.Find(@case.Evidence.About.Inputs, name, held);
        var cause = @case.Create("dependency-conflict", Confidence.Stated,
            $"{@case.Name}: {line?.ToString() ?? "a constraint"} holds {held}, but {place} is {name} {version}.", Remedy(@case, line, held));
        return (cause with { Subject = PackageName.Normalize(name) }).At(line);
    }

    private static string Remedy(Case @case, SourcePosition? line, string held)
    {
        var file = @case.Evidence.About.Inputs.FirstOrDefault(input => input.File == line?.File);
        return file is not null && PinHeader.Of(file.Text) is not null
            ? $"{file.File} was written by harness pin. {PinnedInputs.Remedy} It then holds nothing that comes from the workspace."
            : $"Remove {held} from {line?.File ?? "the constraints"}: the version of what comes from the workspace is the project's own.";
    }

    // "shop 1.2.1 (from /workspace)": a version that was found, not one that is asked for.
    [GeneratedRegex(@"^The user requested (?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])? (?<version>\S+) \(from (?:file://)?(?<place>/[^)]*)\)$")]
    private static partial Regex Found();

    [GeneratedRegex(@"^The user requested \(constraint\) (?<spec>(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\S*)")]
    private static partial Regex Constraint();
}

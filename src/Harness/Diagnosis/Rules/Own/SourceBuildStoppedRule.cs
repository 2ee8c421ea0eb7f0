using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>pip was about to build from source, which the suite forbids. Needs: what was seen as it was printed. Sure: Harness stopped it.</summary>
internal static class SourceBuildStoppedRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.Around.Stopped is not { Rule: StopFinding.SourceBuilds, Packages: [var package, ..] } found)
            return null;
        var cause = @case.Create("source-build", Confidence.Own, $"{@case.Name} was stopped: {found.Text}, and source-builds is forbid.",
            $"Add {string.Join(", ", found.Packages)} to python.only-binary and choose versions that have wheels, or set source-builds: allow.");
        return @case.About(cause, package).Because("stdout", found.Text).ByOwnKill(@case, KillReason.Policy);
    }
}

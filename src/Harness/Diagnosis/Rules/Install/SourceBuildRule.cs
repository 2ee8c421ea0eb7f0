using Harness.Diagnosis.Pip;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// A package was built from source, which the suite forbids, or could not even be. Needs: pip's report, an archive that is no
/// wheel (sure); else what says that a build failed. A folder of the user's own is meant to be built.
/// </summary>
internal static class SourceBuildRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case is { IsInstall: true, ExitCode: 0, Result.Unmet: [var first, ..] built })
        {
            var package = first.Split(' ')[0];
            return built.Aggregate(Forbidden(@case, package, first, Confidence.Witnessed), (current, line) => current.Because("pip-report", line));
        }

        if (@case.Suite.SourceBuilds != SourceBuildPolicy.Forbid || LocalBuild.Of(@case) is not null)
            return null;
        return (BuildBackendMissingRule.Explain(@case) ?? SourceBuildFailedRule.Explain(@case)) is { Subject: { } subject } failed
            ? Forbidden(@case, subject, $"{subject} has to be built from source", failed.Confidence) with { Evidence = failed.Evidence }
            : null;
    }

    private static Cause Forbidden(Case @case, string package, string what, double confidence) => @case.About(
        @case.Create("source-build", confidence, $"{@case.Name}: {what}, and source-builds is forbid.",
            $"Add {package} to python.only-binary and choose a version that has a wheel, or set source-builds: allow."),
        package);
}

namespace Harness.Diagnosis.Rules.Install;

/// <summary>A package was built from source, which the suite forbids. Needs: pip's report, an archive that is no wheel. Sure.</summary>
internal static class SourceBuildRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case is not { IsInstall: true, ExitCode: 0, Result.Unmet: [var first, ..] built })
            return null;
        var package = first.Split(' ')[0];
        var cause = @case.Create("source-build", Confidence.Witnessed, $"{@case.Name}: {first}, and source-builds is forbid.",
            $"Add {package} to python.only-binary and choose a version that has a wheel, or set source-builds: allow.");
        return built.Aggregate(@case.About(cause, package), (current, line) => current.Because("pip-report", line));
    }
}

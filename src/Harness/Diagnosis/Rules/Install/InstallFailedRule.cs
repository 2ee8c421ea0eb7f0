namespace Harness.Diagnosis.Rules.Install;

/// <summary>pip failed and nothing above says why. Needs: its exit code, and where it is the environment that refuses, the words for that.</summary>
internal static class InstallFailedRule
{
    private const int EvidenceLines = 3;

    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var known = EnvironmentRefused.Of(@case);
        var cause = @case.Create("install-failed", known is null ? Confidence.Likely : Confidence.Stated,
            $"{@case.Name} ended with exit code {@case.ExitCode}{(known is null ? "" : $": {known.Fact}")}.",
            known?.Remedy ?? (@case.Step.StderrTail.AsSpan().Trim().Length > 0 ? $"Read what the {@case.Name} printed last." : $"The {@case.Name} printed nothing: look around where it failed: {@case.Again()}."));
        var (source, text) = @case.Step.StderrTail.AsSpan().Trim().Length > 0 || known is null ? ("stderr", @case.Step.StderrTail) : ("stdout", @case.Step.StdoutTail);
        return TextWitness.LastLines(text, EvidenceLines).Aggregate(cause.Because("exit-code", $"{@case.ExitCode}"), (current, line) => current.Because(source, line));
    }
}

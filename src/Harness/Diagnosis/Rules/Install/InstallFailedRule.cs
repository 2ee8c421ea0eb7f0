namespace Harness.Diagnosis.Rules.Install;

/// <summary>pip failed and nothing above says why. Needs: its exit code. The last lines it printed are all there is.</summary>
internal static class InstallFailedRule
{
    private const int EvidenceLines = 3;

    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var cause = @case.Create("install-failed", Confidence.Likely,
            $"{@case.Name} ended with exit code {@case.ExitCode}.",
            @case.Step.StderrTail.AsSpan().Trim().Length > 0 ? $"Read what the {@case.Name} printed last." : $"Run the {@case.Name} by hand in {@case.Suite.Image}.");
        return TextWitness.LastLines(@case.Step.StderrTail, EvidenceLines).Aggregate(cause.Because("exit-code", $"{@case.ExitCode}"), (current, line) => current.Because("stderr", line));
    }
}

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A test ended as expected and printed something else than expected. Needs: the expectation and the output. Sure: Harness compared them; of the check that Python starts only likely, for that fails for what is around Python as well.</summary>
internal static class ExpectationFailedRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.IsInstall || !@case.EndedByItself || @case.ExitCode != (@case.Test?.Expect.ExitCode ?? 0) || @case.Result.Unmet is not [var first, ..] unmet)
            return null;
        var cause = @case.Create("expectation-failed", @case.Test is null ? Confidence.Likely : Confidence.Own, $"{@case.Name}: {first}.",
            @case.Test is null ? first.Contains("has no pip", StringComparison.Ordinal)
                ? "Use an image that has pip (Debian's package python3-pip), or set python.environment: venv, which brings its own."
                : "Use an image for which this holds, or correct python.executable." : $"Correct the program or what {@case.Name} expects.");
        cause = unmet.Aggregate(@case.Test is null ? cause.At(@case.Key("image")) : cause, (current, line) => current.Because("suite", line));
        return TestFailedRule.LastWords(@case).Aggregate(cause, (current, line) => current.Because(line.Source, line.Text));
    }
}

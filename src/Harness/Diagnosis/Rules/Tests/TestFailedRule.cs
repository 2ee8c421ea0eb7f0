namespace Harness.Diagnosis.Rules.Tests;

/// <summary>
/// A test, or the check that Python starts, ended with another code than expected. Needs: the code. It is the plain fact and
/// comes last: sure only with the program's words and with counters that rule out the limits. 137 is said with doubt: the
/// program's own code and a SIGKILL that left no trace look alike.
/// </summary>
internal static class TestFailedRule
{
    private const int EvidenceLines = 3;
    private const int KilledCode = 137;
    private const double Doubtful = 0.6;

    public static Cause? Explain(Case @case)
    {
        var expected = @case.Test?.Expect.ExitCode ?? 0;
        if (@case.IsInstall || !@case.EndedByItself || @case.ExitCode is null || @case.ExitCode == expected || @case is { Test: null, ExitCode: KilledCode })
            return null; // Harness's own program does not return 137 by itself
        var words = LastWords(@case).ToList();
        var known = @case.ExitCode == KilledCode ? null : KnownFailure.Of(@case);
        var settledBy = known is not null ? null
            : @case.ExitCode == KilledCode ? "knowing whether the program itself returned 137 or was sent SIGKILL, which leaves no trace on the engine"
            : !@case.CountersAreKnown ? "the cgroup's counters, which say whether a limit was reached"
            : words.Count == 0 ? "any word of the program's about why it failed"
            : null;
        var cause = @case.Create("test-failed", @case.ExitCode == KilledCode ? Doubtful : settledBy is null ? Confidence.Stated : Confidence.Likely,
            $"{@case.Name} ended with exit code {@case.ExitCode}, expected {expected}{(known is null ? "" : $": {known.Fact}")}.",
            known?.Remedy ?? (words.Count == 0
                ? $"{@case.Name} printed nothing: let it say why it fails, or look around where it failed: {@case.Again()}."
                : $"Read what {@case.Name} printed, and correct the program or the test."));
        cause = (@case.Test is null ? cause.At(@case.Key("image")) : cause).Because("exit-code", @case.ExitCode == KilledCode ? $"{KilledCode} = 128 + 9" : $"{@case.ExitCode}");
        cause = words.Aggregate(cause, (current, line) => current.Because(line.Source, line.Text));
        return settledBy is null ? cause : cause.SettledBy(settledBy);
    }

    /// <summary>What the step printed last, on standard error or else on standard output.</summary>
    public static IEnumerable<EvidenceLine> LastWords(Case @case)
    {
        var (source, text) = @case.Step.StderrTail.AsSpan().Trim().Length > 0 ? ("stderr", @case.Step.StderrTail) : ("stdout", @case.Step.StdoutTail);
        return TextWitness.Telling(text, EvidenceLines).Select(line => new EvidenceLine(source, line));
    }
}

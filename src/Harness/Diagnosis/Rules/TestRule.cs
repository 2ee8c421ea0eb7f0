using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules;

/// <summary>A test, or the check that Python starts, that ended by itself in another way than expected.</summary>
internal sealed class TestRule : ICauseRule
{
    private const int EvidenceLines = 3;

    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        // A step that could not be started has said so already; every failed test is named, not only the first.
        foreach (var step in evidence.Steps.Where(step => step.Result.Outcome == Outcome.Failed && step.StartError is null))
        {
            if (step.Result.Termination?.Reason is TerminationReason.Exited or TerminationReason.Signalled
                && step.Result.Name is not ("install" or "toolchain" or "freeze"))
            {
                yield return For(step, evidence);
            }
        }
    }

    private static Cause For(StepEvidence step, AttemptEvidence evidence)
    {
        var test = evidence.Suite.Tests.FirstOrDefault(test => "test:" + test.Name == step.Result.Name);
        var expected = test?.Expect.ExitCode ?? 0;
        var wrongCode = step.Result.ExitCode != expected;
        var cause = wrongCode
            ? CauseBuilder.Create("test-failed", Certainty(step), $"{step.Result.Name} ended with exit code {step.Result.ExitCode}, expected {expected}.",
                "Read its output" + (step.Result.Stderr is null ? "." : $": {step.Result.Stderr}"), step)
            : CauseBuilder.Create("expectation-failed", Confidence.Own, $"{step.Result.Name} {step.Result.Unmet?[0]}.",
                "Correct the program or the expression" + (step.Result.Stdout is null ? "." : $"; what it printed is in {step.Result.Stdout}"), step);
        cause = (cause with { Subject = test?.Name }).At(test?.Position ?? evidence.Suite.Positions.GetValueOrDefault("image"));
        if (wrongCode)
            cause = cause.Because("exit-code", $"{step.Result.ExitCode}");
        foreach (var unmet in step.Result.Unmet ?? [])
            cause = cause.Because("suite", unmet);
        var (source, lines) = step.StderrTail.AsSpan().Trim().Length > 0 ? ("stderr", step.StderrTail) : ("stdout", step.StdoutTail);
        foreach (var line in TextWitness.LastLines(lines, EvidenceLines))
            cause = cause.Because(source, line);
        if (step.Result.ExitCode == 137)
        {
            cause = cause with
            {
                WouldSettle = "Whether the program itself returned 137 or somebody sent it SIGKILL from outside; neither leaves a trace on the engine.",
            };
        }

        return cause;
    }

    // 137 without an OOM kill and without a kill event: the program's own, or a SIGKILL that left no trace.
    private static double Certainty(StepEvidence step) => step.Result.ExitCode == 137 ? Confidence.Guess * 2 : Confidence.Stated;
}

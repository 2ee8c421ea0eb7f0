using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules;

/// <summary>A process that died of a fault of its own.</summary>
internal sealed class CrashRule : ICauseRule
{
    private static readonly Dictionary<int, string> Signals = new()
    {
        [4] = "SIGILL (illegal instruction)",
        [6] = "SIGABRT (abort)",
        [7] = "SIGBUS (bus error)",
        [8] = "SIGFPE (arithmetic error)",
        [11] = "SIGSEGV (segmentation fault)",
    };

    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { } step || step.Result.Termination?.By is TerminatedBy.Harness or TerminatedBy.Engine
            || step.Result.ExitCode is not > 128 || !Signals.TryGetValue(step.Result.ExitCode.Value - 128, out var signal))
        {
            yield break;
        }

        var trace = TextWitness.FirstLine(step, "Fatal Python error");
        yield return CauseBuilder.Create("crashed", trace is null ? Confidence.Likely : Confidence.Stated,
            $"{step.Result.Name} died of {signal}.", step: step)
            .Because("exit-code", $"{step.Result.ExitCode} = 128 + {step.Result.ExitCode - 128}")
            .BecauseIf(trace is not null, "stderr", () => trace!);
    }
}

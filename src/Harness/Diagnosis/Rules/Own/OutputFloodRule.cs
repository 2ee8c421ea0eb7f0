using Harness.Engines.Sandboxes;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>A step printed more than it may. Needs: the step's end and the ledger. Sure: Harness counted and stopped it.</summary>
internal static class OutputFloodRule
{
    public static Cause? Explain(Case @case)
    {
        if (@case.Termination?.Reason != TerminationReason.Output)
            return null;
        var limit = @case.Limits.OutputAbortBytes;
        return @case.Create("output-flood", Confidence.Own,
            $"{@case.Name} printed more than {ByteSize.Readable(limit)} and was stopped.",
            $"Print less in {@case.Name}, or raise limits.output-abort above {ByteSize.Format(limit)}.")
            .At(@case.Test?.Position ?? @case.Key("limits.output-abort"))
            .ByOwnKill(@case, KillReason.Output)
            .BecauseIf(@case.Result.TruncatedBytes > 0, "harness", () =>
                $"{ByteSize.Readable(@case.Result.TruncatedBytes)} were counted and not kept");
    }
}

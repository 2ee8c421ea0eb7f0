using System.Globalization;
using Harness.Engines.Sandboxes;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The CPU quota held a step back until something lost patience. Needs: a quota that the step used up, time that the cgroup spent
/// throttled for it (on a busy machine less than the quota alone would cause, so that a tenth of the step is enough), and a loss of patience: the program's own words (then it is named before the plain failure), or Harness's deadline (then
/// it follows the timeout, for a program that never ends is throttled as well). Never more than likely.
/// </summary>
internal static class CpuThrottledRule
{
    private const double Tenth = 0.1;
    private const double UsedUp = 0.75;
    private static readonly string[] Impatience = ["TimeoutExpired", "TimeoutError", "timed out", "Timed out", "timeout", "Timeout", "deadline exceeded", "took too long"];

    public static Cause? Explain(Case @case)
    {
        var line = Impatience.Select(text => TextWitness.FirstLine(@case.Step, text)).FirstOrDefault(line => line is not null);
        var atDeadline = @case.Termination?.Reason == TerminationReason.Timeout;
        var seconds = @case.Result.DurationSeconds;
        if (@case.Limits.Cpus is not { } cpus || !(atDeadline || (@case.EndedByItself && line is not null))
            || Throttled(@case) is not { } throttled || throttled < Tenth * seconds
            || @case.Result.Resources?.CpuSeconds is not { } used || used < UsedUp * cpus * seconds)
        {
            return null;
        }

        return @case.Create("cpu-throttled", Confidence.Likely,
            string.Create(CultureInfo.InvariantCulture, $"{@case.Name} was held back by the CPU quota: it used up its {cpus} CPUs for {seconds:0.0} s."),
            string.Create(CultureInfo.InvariantCulture, $"Raise limits.cpus above {cpus}, for instance to {Math.Max(1, 2 * cpus)}."))
            .Because("cgroup", string.Create(CultureInfo.InvariantCulture, $"throttled for {throttled:0.0} s of {seconds:0.0} s, {used:0.0} s of CPU time used"))
            .BecauseIf(!atDeadline, "stderr", () => line!)
            .SettledBy("a run with a higher limits.cpus");
    }

    private static double? Throttled(Case @case) => @case.Around is { Before.ThrottledSeconds: { } before, After.ThrottledSeconds: { } after } ? after - before : null;
}

using System.Globalization;
using Harness.Engines.Sandboxes;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The CPU quota held a step back until something lost patience. Needs: the cgroup's throttled time, at least half of the step's,
/// and a loss of patience: the program's own words (then it is named before the plain failure), or Harness's deadline (then
/// it follows the timeout, for a program that never ends is throttled as well). Never more than likely.
/// </summary>
internal static class CpuThrottledRule
{
    private const double Half = 0.5;
    private static readonly string[] Impatience = ["TimeoutExpired", "TimeoutError", "timed out", "Timed out", "timeout", "Timeout", "deadline exceeded", "took too long"];

    public static Cause? Explain(Case @case)
    {
        var line = Impatience.Select(text => TextWitness.FirstLine(@case.Step, text)).FirstOrDefault(line => line is not null);
        var atDeadline = @case.Termination?.Reason == TerminationReason.Timeout;
        var seconds = @case.Result.DurationSeconds;
        if (@case.Limits.Cpus is not { } cpus || !(atDeadline || (@case.EndedByItself && line is not null))
            || Throttled(@case) is not { } throttled || seconds <= 0 || throttled < Half * seconds)
        {
            return null;
        }

        var share = Math.Min(100, (int)Math.Round(100 * throttled / seconds));
        return @case.Create("cpu-throttled", Confidence.Likely,
            string.Create(CultureInfo.InvariantCulture, $"{@case.Name} was held back by the CPU quota ({cpus} CPUs) for {share} % of its {seconds:0.0} s."),
            string.Create(CultureInfo.InvariantCulture, $"Raise limits.cpus above {cpus}, for instance to {Math.Max(1, 2 * cpus)}."))
            .Because("cgroup", string.Create(CultureInfo.InvariantCulture, $"throttled for {throttled:0.0} s of {seconds:0.0} s"))
            .BecauseIf(!atDeadline, "stderr", () => line!)
            .SettledBy("a run with a higher limits.cpus");
    }

    private static double? Throttled(Case @case) => @case.Around is { Before.ThrottledSeconds: { } before, After.ThrottledSeconds: { } after } ? after - before : null;
}

using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The kernel killed a process because the container reached its limit: the step itself, or a child that it outlived. Needs:
/// the cgroup's count of OOM kills, or an <c>oom</c> event while the step ran; never the exit code, never the engine's flag.
/// Against: a peak clearly below the limit (then it is <see cref="MemoryHostRule"/>), a kill nearer to the end, a false flag.
/// </summary>
internal static class MemoryLimitRule
{
    private const int KilledCode = 137;
    private const long LeastForPip = 64L << 20;

    // What pip says before a build.
    private static readonly string[] Built = ["Building wheel", "Installing build dependencies", "Preparing metadata", "Running setup.py"];

    public static Cause? Explain(Case @case)
    {
        var kills = new OomKills(@case);
        if (!kills.Any || kills.BelowLimit)
            return null;
        var limit = @case.Limits.MemoryBytes;
        var who = @case.ExitCode == KilledCode ? "it was killed" : "a process that it had started was killed";
        var where = @case.IsInstall && @case.Pip.Package is { } package ? $" while pip was at {package}" : "";
        var confidence = @case.EndedByHarness || @case.ContainerEnd.KillIsNearer || kills.MayBeOlder || kills.Peak is null ? Confidence.Likely : Confidence.Witnessed;
        var cause = @case.Create("memory-limit", confidence,
            $"{@case.Name} reached the container's memory limit of {ByteSize.Readable(limit)}{where}, and {who} by the kernel.", Remedy(@case, kills, limit));
        return kills.Witness(@case.Key("limits.memory") is { } line && @case.Test is null ? cause.At(line) : cause);
    }

    private static string Remedy(Case @case, OomKills kills, long limit)
    {
        // Below this Python itself, or pip, hardly starts.
        var enough = @case.Test is null ? Math.Max(2 * limit, LeastForPip) : 2 * limit;
        var raise = $"Raise limits.memory above {ByteSize.Format(limit)}, for instance to {ByteSize.Format(enough)}";
        // What lies in /tmp and /dev/shm counts as memory and belongs to no process.
        if (@case.Step.Space.Disk is { } disk && disk.UsedBytes > limit / 2)
            return $"{raise}, or write less to /tmp: its {ByteSize.Readable(disk.UsedBytes)} count as memory.";
        if (@case.IsInstall && Built.Any(words => @case.Pip.Said(words) is not null))
            return $"{raise}, or insist on wheels (only-binary), so that nothing is compiled.";
        if (@case.Test is null)
            return $"{raise}; harness size measures how much the suite needs.";
        return kills.Counted > 1 ? $"{raise}, or start fewer processes: {kills.Counted} were killed." : $"{raise}, or make {@case.Name} use less.";
    }
}

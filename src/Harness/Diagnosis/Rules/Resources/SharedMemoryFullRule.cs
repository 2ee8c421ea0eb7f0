using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// <c>/dev/shm</c> is full. Needs: a bus error or words about a full device, and <c>/dev/shm</c> found full or named. A bus error
/// alone is only likely: what filled it may be gone with the process, and a torn file raises one as well.
/// </summary>
internal static class SharedMemoryFullRule
{
    private const int BusErrorCode = 135;

    public static Cause? Explain(Case @case)
    {
        if (@case.EndedByHarness)
            return null;
        var space = @case.Step.Space.SharedMemory;
        var full = NoSpace.IsFull(space);
        var named = NoSpace.Text(@case) is { } text && text.Contains("/dev/shm", StringComparison.Ordinal) ? text : null;
        var busError = TextWitness.FirstLine(@case.Step, "Bus error") ?? (@case.ExitCode == BusErrorCode ? $"exit code {BusErrorCode}, a bus error" : null);
        if (named is null && busError is null && !(full && NoSpace.Text(@case) is not null))
            return null;
        var limit = @case.Limits.SharedMemoryBytes;
        var cause = @case.Create("shared-memory-full", full || named is not null ? Confidence.Witnessed : Confidence.Likely,
            $"{@case.Name} ran out of shared memory ({ByteSize.Readable(limit)} at /dev/shm).",
            $"Raise limits.shared-memory above {ByteSize.Format(limit)}, for instance to {ByteSize.Format(4 * limit)}, or use fewer worker processes.")
            .BecauseIf(named is not null, "stderr", () => named!)
            .BecauseIf(busError is not null, "exit-code", () => busError!)
            .BecauseIf(full, "container-state", () => NoSpace.Bytes("/dev/shm", space!));
        return space is null || full ? cause : cause.Despite("container-state", NoSpace.Bytes("/dev/shm", space) + " afterwards");
    }
}

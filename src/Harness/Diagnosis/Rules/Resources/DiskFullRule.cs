using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The writable space has no byte left. Needs: the program's words, or a file system that was found full after a step that
/// failed. For: the file system. Against: free space afterwards, as when the program cleaned up or meant another place.
/// </summary>
internal static class DiskFullRule
{
    public static Cause? Explain(Case @case)
    {
        var line = NoSpace.Text(@case);
        var disk = @case.Step.Space.Disk;
        var full = NoSpace.IsFull(disk);
        if (@case.EndedByHarness || (line is null && !full) || (!full && NoSpace.FilesWereShort(disk)))
            return null;
        var limit = @case.Limits.DiskBytes;
        var cause = @case.Create("disk-full", line is not null && full ? Confidence.Witnessed : Confidence.Likely,
            $"{@case.Name} ran out of writable space ({ByteSize.Readable(limit)} at /tmp).",
            $"Raise limits.disk above {ByteSize.Format(limit)}, for instance to {ByteSize.Format(2 * limit)} (it counts as memory, so that limits.memory must hold it), or write less.");
        cause = (@case.Test is null && @case.Key("limits.disk") is { } key ? cause.At(key) : cause)
            .BecauseIf(line is not null, "stderr", () => line!)
            .BecauseIf(full, "container-state", () => NoSpace.Bytes("/tmp", disk!));
        return disk is null || full ? cause : cause.Despite("container-state", NoSpace.Bytes("/tmp", disk) + " afterwards");
    }
}

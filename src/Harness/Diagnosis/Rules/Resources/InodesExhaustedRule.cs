namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The writable space has room for bytes and not for files. Needs: a file system that was found without free files after a step
/// that failed; the words alone are those of a full disk. For: the program's words.
/// </summary>
internal static class InodesExhaustedRule
{
    public static Cause? Explain(Case @case)
    {
        var disk = @case.Step.Space.Disk;
        if (@case.EndedByHarness || !NoSpace.IsOutOfFiles(disk))
            return null;
        var line = NoSpace.Text(@case);
        var limit = @case.Limits.Inodes;
        var cause = @case.Create("inodes-exhausted", line is null ? Confidence.Likely : Confidence.Witnessed,
            $"{@case.Name} ran out of files: {disk!.InodesUsed} of {disk.InodesTotal} are in use at /tmp.",
            $"Raise limits.inodes above {limit}, for instance to {2 * limit}, or write fewer files.");
        return (@case.Test is null && @case.Key("limits.inodes") is { } key ? cause.At(key) : cause)
            .BecauseIf(line is not null, "stderr", () => line!)
            .Because("container-state", $"{disk.InodesUsed} of {disk.InodesTotal} files, {NoSpace.Bytes("/tmp", disk)}");
    }
}

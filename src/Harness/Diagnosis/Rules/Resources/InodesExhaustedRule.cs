namespace Harness.Diagnosis.Rules.Resources;

/// <summary>
/// The writable space has room for bytes and not for files. Needs: a file system that was found without free files after a step
/// that failed (sure with the program's words), or short of files and not of bytes (likely: the words alone are a full disk's).
/// </summary>
internal static class InodesExhaustedRule
{
    public static Cause? Explain(Case @case)
    {
        var disk = @case.Step.Space.Disk;
        var line = NoSpace.Text(@case);
        var spent = NoSpace.IsOutOfFiles(disk);
        if (@case.EndedByHarness || !(spent || (line is not null && NoSpace.FilesWereShort(disk))))
            return null;
        var limit = @case.Limits.Inodes;
        var cause = @case.Create("inodes-exhausted", spent && line is not null ? Confidence.Witnessed : Confidence.Likely,
            $"{@case.Name} ran out of files: {disk!.InodesUsed} of {disk.InodesTotal} were in use at /tmp when it had ended.",
            $"Raise limits.inodes above {limit}, for instance to {2 * limit}, or write fewer files.");
        return (@case.Test is null && @case.Key("limits.inodes") is { } key ? cause.At(key) : cause)
            .BecauseIf(line is not null, "stderr", () => line!)
            .Because("container-state", $"{disk.InodesUsed} of {disk.InodesTotal} files, {NoSpace.Bytes("/tmp", disk)}");
    }
}

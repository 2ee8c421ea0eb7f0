using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis.Rules;

/// <summary>The writable space is out of bytes or of files. The same text is printed for both; the file system tells them apart.</summary>
internal sealed class DiskRule : ICauseRule
{
    private const string NoSpace = "No space left on device";

    public IEnumerable<Cause> Explain(AttemptEvidence evidence)
    {
        if (evidence.Deciding is not { } step)
            yield break;
        var line = TextWitness.FirstLine(step, NoSpace);
        if (line is null)
            yield break;
        var limits = evidence.Suite.Limits;
        var outOfInodes = evidence.Disk is { InodesTotal: > 0 } disk && disk.InodesTotal - disk.InodesUsed <= disk.InodesTotal / 100;
        var cause = outOfInodes
            ? CauseBuilder.Create("inodes-exhausted", Confidence.Witnessed,
                $"{step.Result.Name} ran out of files: {evidence.Disk!.InodesUsed} of {evidence.Disk.InodesTotal} are in use.",
                $"Raise limits.inodes above {limits.Inodes}.", step).At(evidence.Suite.Positions.GetValueOrDefault("limits.inodes"))
            : CauseBuilder.Create("disk-full", evidence.Disk is null ? Confidence.Likely : Confidence.Stated,
                $"{step.Result.Name} ran out of writable space ({ByteSize.Format(limits.DiskBytes)}).",
                $"Raise limits.disk above {ByteSize.Format(limits.DiskBytes)}, or write less.", step)
                .At(evidence.Suite.Positions.GetValueOrDefault("limits.disk"));
        yield return cause.Because("stderr", line)
            .BecauseIf(evidence.Disk is not null, "container-state",
                () => $"/tmp: {ByteSize.Format(evidence.Disk!.UsedBytes)} of {ByteSize.Format(evidence.Disk.TotalBytes)} used afterwards");
    }
}

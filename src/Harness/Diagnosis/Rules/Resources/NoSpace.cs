using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Resources;

/// <summary>Helps to tell apart what is out of space: the words are the same for bytes and for files.</summary>
internal static class NoSpace
{
    private const double Most = 0.75;
    private const double Half = 0.5;

    /// <summary>The line in which a program says so; null when none does.</summary>
    public static string? Text(Case @case) => TextWitness.FirstLine(@case.Step, "No space left on device") ?? TextWitness.FirstLine(@case.Step, "Errno 28]");

    /// <summary>Whether there was hardly a byte left.</summary>
    public static bool IsFull(SpaceUse? use) => use is { TotalBytes: > 0 } && use.TotalBytes - use.UsedBytes <= use.TotalBytes / 100;

    /// <summary>Whether there was hardly a file left.</summary>
    public static bool IsOutOfFiles(SpaceUse? use) => use is { InodesTotal: > 0 and var total, InodesUsed: { } used } && total - used <= total / 100;

    /// <summary>Whether files were far shorter than bytes, as where a program removed some of what it could not finish.</summary>
    public static bool FilesWereShort(SpaceUse? use) =>
        use is { TotalBytes: > 0, InodesTotal: > 0 and var total, InodesUsed: { } used } && used >= Most * total && use.UsedBytes < Half * use.TotalBytes;

    /// <summary>How full it was.</summary>
    public static string Bytes(string place, SpaceUse use) => $"{place}: {ByteSize.Readable(use.UsedBytes)} of {ByteSize.Readable(use.TotalBytes)} used";
}

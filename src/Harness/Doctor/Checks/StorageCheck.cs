using System.Globalization;
using Harness.Reporting;

namespace Harness.Doctor.Checks;

/// <summary>Whether there is room where the engine keeps images and containers.</summary>
internal static class StorageCheck
{
    public const string Name = "engine-storage";

    // The image of a small Python is 130 MiB, unpacked; a larger one needs a gigabyte while it is pulled.
    private const long Least = 256L << 20;
    private const long Comfortable = 2L << 30;

    // That image has some 6,000 files.
    private const long FewestInodes = 20_000;

    public static CheckResult Of(DoctorFacts facts)
    {
        if (facts.Engine is null)
            return CheckResult.Skipped(Name, "no engine");
        if (facts.Storage is not { } storage)
            return CheckResult.Skipped(Name, "the engine's data is not on this machine, or its folder cannot be seen");
        var measured = $"{Amounts.Bytes(storage.FreeBytes)} of {Amounts.Bytes(storage.TotalBytes)} are free at {facts.Engine.StorageFolder ?? storage.Path}";
        if (storage.FreeInodes is { } inodes and < FewestInodes)
            return CheckResult.Failed(Name, "engine-storage", string.Create(CultureInfo.InvariantCulture, $"{measured}, but room for {inodes} more files only"));
        return storage.FreeBytes switch
        {
            < Least => CheckResult.Failed(Name, "engine-storage", measured),
            < Comfortable => CheckResult.Warning(Name, "engine-storage", measured),
            _ => CheckResult.Passed(Name, measured),
        };
    }
}

using Harness.Engines.Machine;
using Harness.Evidence;
using Harness.Reporting;

namespace Harness.Doctor.Checks;

/// <summary>Whether the artifacts can be written: tried, as permissions alone do not tell.</summary>
internal static class OutputCheck
{
    public const string Name = "output-folder";

    private const long Comfortable = 256L << 20;

    public static CheckResult Of(string folder, string shownAs)
    {
        var existing = folder;
        while (!Path.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            existing = parent;
        try
        {
            var probe = Path.Combine(existing, $".harness-doctor-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CheckResult.Failed(Name, "output-folder", $"{shownAs} cannot be written: {UnwritableFolder.Why(existing, exception)}");
        }

        if (StorageFacts.Measure(existing) is not { } storage)
            return CheckResult.Passed(Name, $"{shownAs} can be written");
        var measured = $"{shownAs} can be written, {Amounts.Bytes(storage.FreeBytes)} are free";
        return storage.FreeBytes < Comfortable ? CheckResult.Warning(Name, "output-folder", measured) : CheckResult.Passed(Name, measured);
    }
}

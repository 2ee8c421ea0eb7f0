using System.Diagnostics;
using System.Globalization;
using Harness.Engines.Machine;

namespace Harness.Engines.Tests.Machine;

public class StorageFactsTests
{
    [Fact]
    public void The_numbers_are_those_of_the_system()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Directory.Exists("/dev/shm"), "only Linux has a file system whose numbers are known");
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-f", "-c", "%b %S %c", "/dev/shm"]) { RedirectStandardOutput = true })!;
        var told = stat.StandardOutput.ReadToEnd().Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();

        var storage = StorageFacts.Measure("/dev/shm/not/there/yet")!;

        Assert.Equal((told[0] * told[1], told[2]), (storage.TotalBytes, storage.TotalInodes));
        Assert.InRange(storage.FreeInodes!.Value, 1, told[2]);
    }
}

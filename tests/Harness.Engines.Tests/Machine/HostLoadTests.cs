using Harness.Engines.Machine;

namespace Harness.Engines.Tests.Machine;

public class HostLoadTests
{
    private const string Meminfo = "MemTotal:       24682416 kB\nMemFree:         1000 kB\nMemAvailable:   23099780 kB\nSwapTotal:      2048 kB\nSwapFree:       1024 kB\n";

    [Fact]
    public void What_the_kernel_tells_is_read()
    {
        var load = HostLoad.Parse(
            Meminfo, "oom_kill_x 3\noom_kill 1638\n", "4.02 5.75 4.27 2/345 789\n",
            "some avg10=12.50 avg60=0.00 avg300=0.00 total=7631481\nfull avg10=1.00 avg60=0.00 avg300=0.00 total=1\n", "some avg10=0.00 avg60=1.00\n", default);

        Assert.Equal((24682416L << 10, 23099780L << 10, 2L << 20, 1L << 20), (load.MemoryBytes, load.AvailableMemoryBytes, load.SwapBytes, load.FreeSwapBytes));
        Assert.Equal((1638, 4.02, 12.5, 0.0), (load.OomKills, load.LoadAverage, load.MemoryPressurePercent, load.DiskPressurePercent));
    }

    [Fact]
    public void What_it_does_not_tell_is_absent()
    {
        Assert.Equal(new HostLoad { At = DateTimeOffset.UnixEpoch }, HostLoad.Parse("", "", "", "", "", DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void This_machine_can_be_asked()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells");

        var load = HostLoad.Read(TimeProvider.System, Path.GetTempPath())!;

        Assert.True(load.MemoryBytes > load.AvailableMemoryBytes);
        Assert.True(load.FreeStorageBytes > 0);
    }
}

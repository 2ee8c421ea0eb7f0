using Harness.Engines.Cgroups;
using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Cgroups;

/// <summary>Recorded files of both versions.</summary>
public sealed class CgroupReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Version_1_is_read()
    {
        Put("memory.usage_in_bytes", "737280\n");
        Put("memory.max_usage_in_bytes", "67108864\n");
        Put("memory.limit_in_bytes", "67108864\n");
        Put("memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");
        Put("memory.failcnt", "12\n");
        Put("pids.current", "2\n");
        Put("pids.events", "max 3\n");
        Put("cpuacct.usage", "1052781715\n");
        Put("cpu.stat", "nr_periods 23\nnr_throttled 20\nthrottled_time 766428724\nnr_bursts 0\nburst_time 0\n");

        var read = new CgroupV1Reader(new(null, _folder.Path, _folder.Path, _folder.Path, _folder.Path)).Read(DateTimeOffset.UnixEpoch);

        Assert.Equal(Expected with { CpuSeconds = 1.052781715, ThrottledSeconds = 0.766428724 }, read);
    }

    [Fact]
    public void Version_2_is_read()
    {
        Put("memory.current", "737280\n");
        Put("memory.peak", "67108864\n");
        Put("memory.max", "67108864\n");
        Put("memory.events", "low 0\nhigh 0\nmax 12\noom 1\noom_kill 1\noom_group_kill 0\n");
        Put("pids.current", "2\n");
        Put("pids.events", "max 3\n");
        Put("cpu.stat", "usage_usec 1052781\nuser_usec 900000\nsystem_usec 152781\nnr_throttled 20\nthrottled_usec 766428\n");

        var read = V2();

        Assert.Equal(Expected with { CpuSeconds = 1.052781, ThrottledSeconds = 0.766428 }, read);
    }

    [Fact]
    public void What_an_older_kernel_lacks_is_null_and_not_zero()
    {
        Put("memory.current", "4096\n");
        Put("memory.max", "max\n");
        Put("memory.events", "low 0\nhigh 0\nmax 0\noom 0\n");

        var read = V2();

        Assert.Equal(new CgroupCounters { At = DateTimeOffset.UnixEpoch, MemoryBytes = 4096, MemoryLimitHits = 0 }, read);
    }

    [Fact]
    public void No_limit_in_version_1_is_null()
    {
        Put("memory.usage_in_bytes", "1\n");
        Put("memory.limit_in_bytes", "9223372036854771712\n");

        Assert.Null(new CgroupV1Reader(new(null, _folder.Path, null, null, null)).Read(DateTimeOffset.UnixEpoch)!.MemoryLimitBytes);
    }

    [Fact]
    public void A_cgroup_that_is_gone_gives_no_reading() => Assert.Null(V2());

    public void Dispose() => _folder.Dispose();

    private static CgroupCounters Expected => new()
    {
        At = DateTimeOffset.UnixEpoch,
        MemoryBytes = 737280,
        PeakMemoryBytes = 67108864,
        MemoryLimitBytes = 67108864,
        OomKills = 1,
        MemoryLimitHits = 12,
        Pids = 2,
        PidsLimitHits = 3,
    };

    private CgroupCounters? V2() => new CgroupV2Reader(new(_folder.Path, null, null, null, null)).Read(DateTimeOffset.UnixEpoch);

    private void Put(string name, string text) => File.WriteAllText(_folder[name], text);
}

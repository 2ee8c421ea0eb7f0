using Harness.Engines.Sandboxes;
using Harness.Engines.Sandboxes.Limits;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes.Limits;

public class LimitEnforcementsTests
{
    private static readonly EngineInfo Far = new(
        EngineKind.Docker, "27.3.1", "tcp://far:2376", "linux", "amd64", "6.1.0", "v2", false, "overlay2", 2, 4L << 30, IsLocal: false);

    private static readonly SandboxSpec Spec = new()
    {
        Image = "image",
        User = "1000:1000",
        Limits = new(128 << 20, 1.5, 64, 32 << 20, 500, 8 << 20),
    };

    [Fact]
    public void Where_nothing_speaks_against_it_every_limit_holds()
    {
        var limits = LimitEnforcements.Of(Far, Spec, new() { At = DateTimeOffset.UnixEpoch, MemoryLimitBytes = 128 << 20 });

        Assert.Equal(["memory", "cpus", "pids", "disk", "inodes", "shared-memory"], limits.Select(limit => limit.Limit));
        Assert.All(limits, limit => Assert.Null(limit.Gap));
    }

    [Theory]
    [InlineData("WARNING: No swap limit support", "memory")]
    [InlineData("WARNING: No memory limit support", "memory")]
    [InlineData("WARNING: No cpu cfs quota support", "cpus")]
    public void What_the_engine_warns_of_is_a_gap(string warning, string limit)
    {
        var limits = LimitEnforcements.Of(Far with { Warnings = [warning] }, Spec, null);

        Assert.Equal([limit], limits.Where(one => one is { Gap: not null, Asked: false }).Select(one => one.Limit));
    }

    [Theory]
    [InlineData(null, "the cgroup has no limit instead of 134217728")]
    [InlineData(1L << 30, "the cgroup has 1073741824 bytes instead of 134217728")]
    public void A_cgroup_that_shows_another_limit_is_believed(long? limit, string gap) => Assert.Equal(
        gap,
        LimitEnforcements.Of(Far, Spec, new() { At = DateTimeOffset.UnixEpoch, MemoryLimitBytes = limit })[0].Gap);

    [Fact]
    public void What_can_be_written_beside_the_temporary_folder_is_a_gap_of_disk_and_inodes()
    {
        var open = Spec with
        {
            WritableRoot = true,
            Mounts = [new("/a", "/workspace", ReadOnly: false), new("/b", "/wheels", ReadOnly: true)],
        };

        var gaps = LimitEnforcements.Of(Far, open, null).Where(limit => limit.Gap is not null).ToList();

        Assert.Equal(["disk", "inodes"], gaps.Select(limit => limit.Limit));
        Assert.All(gaps, limit => Assert.True(limit.Asked));
        Assert.Equal("the image's own files, which can be written here; /workspace, which is a folder of this machine", gaps[0].Gap);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_sandbox_knows_its_own()
    {
        await using var bed = await SandboxBed.StartAsync();

        Assert.Equal(["memory", "pids", "disk", "inodes", "shared-memory"], bed.Sandbox.Limits.Select(limit => limit.Limit));
        Assert.All(bed.Sandbox.Limits.Where(limit => limit.Limit != "memory"), limit => Assert.Null(limit.Gap));
    }
}

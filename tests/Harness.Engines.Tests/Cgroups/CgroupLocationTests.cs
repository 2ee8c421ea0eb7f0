using Harness.Engines.Cgroups;

namespace Harness.Engines.Tests.Cgroups;

public class CgroupLocationTests
{
    private const string Id = "2c64f67ae50490b959a8001ce0896636037616ca62846a046fd2ab867be5406d";

    private const string V1Mounts = """
        31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
        32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
        33 31 0:30 / /sys/fs/cgroup/cpuacct rw,relatime - cgroup cgroup rw,cpuacct
        35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
        39 31 0:36 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
        40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd
        41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
        """;

    private const string V2Mounts = """
        22 28 0:20 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
        26 22 0:23 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot
        """;

    [Fact]
    public void Version_1_has_a_directory_for_each_controller()
    {
        var cgroups = $"""
            9:name=systemd:/docker/{Id}
            8:pids:/docker/{Id}
            4:memory:/docker/{Id}
            2:cpuacct:/docker/{Id}
            1:cpu:/docker/{Id}
            0::/docker/{Id}
            """;

        var found = CgroupLocation.Find(cgroups, V1Mounts, Id);

        Assert.Equal(
            new CgroupLocation(
                null,
                $"/sys/fs/cgroup/memory/docker/{Id}",
                $"/sys/fs/cgroup/pids/docker/{Id}",
                $"/sys/fs/cgroup/cpuacct/docker/{Id}",
                $"/sys/fs/cgroup/cpu/docker/{Id}"),
            found);
    }

    [Fact]
    public void Version_1_controllers_may_share_a_hierarchy()
    {
        var cgroups = $"4:memory:/docker/{Id}\n3:cpu,cpuacct:/docker/{Id}\n";
        var mounts = """
            35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
            36 31 0:33 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
            """;

        var found = CgroupLocation.Find(cgroups, mounts, Id);

        Assert.Equal($"/sys/fs/cgroup/cpu,cpuacct/docker/{Id}", found?.Cpu);
        Assert.Equal(found?.Cpu, found?.CpuAccount);
        Assert.Null(found?.Pids);
    }

    [Fact]
    public void Version_2_has_one_directory()
    {
        var found = CgroupLocation.Find($"0::/system.slice/docker-{Id}.scope\n", V2Mounts, Id);

        Assert.Equal(new CgroupLocation($"/sys/fs/cgroup/system.slice/docker-{Id}.scope", null, null, null, null), found);
    }

    [Theory]
    [InlineData("/machine.slice/libpod-ID.scope/container", "/machine.slice/libpod-ID.scope")]
    [InlineData("/libpod_parent/libpod-ID", "/libpod_parent/libpod-ID")]
    public void What_a_runtime_puts_below_the_containers_own_cgroup_is_counted_there(string cgroup, string expected)
    {
        var found = CgroupLocation.Find($"0::{cgroup.Replace("ID", Id, StringComparison.Ordinal)}\n", V2Mounts, Id);

        Assert.Equal("/sys/fs/cgroup" + expected.Replace("ID", Id, StringComparison.Ordinal), found?.Unified);
    }

    [Fact]
    public void A_mount_that_shows_a_part_of_the_hierarchy_shortens_the_path()
    {
        var mounts = "26 22 0:23 /user.slice /sys/fs/cgroup rw - cgroup2 cgroup2 rw";

        Assert.Equal($"/sys/fs/cgroup/docker-{Id}.scope", CgroupLocation.Find($"0::/user.slice/docker-{Id}.scope", mounts, Id)?.Unified);
        Assert.Null(CgroupLocation.Find($"0::/system.slice/docker-{Id}.scope", mounts, Id));
    }

    [Fact]
    public void A_strangers_process_with_the_same_number_is_not_believed() =>
        Assert.Null(CgroupLocation.Find("0::/user.slice/user-1000.slice/session-2.scope\n", V2Mounts, Id));
}

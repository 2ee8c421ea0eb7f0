using Harness.Doctor;
using Harness.Doctor.Checks;
using Harness.Engines;
using Harness.Engines.Machine;

namespace Harness.Tests.Doctor;

/// <summary>Judgements about recorded facts, which no machine of ours brings along.</summary>
public sealed class CheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static EngineInfo Docker { get; } = new(
        EngineKind.Docker, "27.3.1", "unix:///var/run/docker.sock", "linux", "amd64", "6.1.0", "v2", false, "overlay2", 4, 8L << 30, IsLocal: true)
    {
        Controllers = ["memory", "swap", "cpu", "pids"],
        StorageFolder = "/var/lib/docker",
    };

    [Theory]
    [InlineData(-95, CheckStatus.Warning, "the engine's clock is 1 min 35 s behind")]
    [InlineData(7200, CheckStatus.Failed, "the engine's clock is 120 min 00 s ahead")]
    [InlineData(1, CheckStatus.Passed, "the engine's clock agrees with this machine's")]
    public void A_clock_that_is_off_is_measured(int seconds, CheckStatus status, string measured)
    {
        var result = ClockCheck.Of(Facts(Docker) with { Skew = TimeSpan.FromSeconds(seconds) });

        Assert.Equal((status, measured), (result.Status, result.Measured));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    [InlineData(-3, -3)]
    [InlineData(14, 4)]
    public void The_time_that_asking_takes_is_not_held_against_a_clock(int read, int skew) =>
        Assert.Equal(TimeSpan.FromSeconds(skew), ClockCheck.Skew(Noon, Noon.AddSeconds(read), Noon.AddSeconds(10)));

    [Theory]
    [InlineData("arm64", "qemu-aarch64", true, CheckStatus.Warning, "HARN2805", "through qemu-aarch64")]
    [InlineData("arm64", "qemu-s390x", true, CheckStatus.Failed, "HARN2010", "and this kernel has no emulator for it")]
    [InlineData("s390x", "", false, CheckStatus.Warning, "HARN2805", "which can only be emulated there")]
    public void An_image_for_another_processor_is_emulated_or_cannot_run(
        string architecture, string emulator, bool local, CheckStatus status, string code, string words)
    {
        var image = new ImageInfo("sha256:1", [], "linux", architecture, null, null);

        var result = EmulationCheck.Of(image, Docker with { IsLocal = local }, [emulator], "api");

        Assert.Equal((status, code, "api"), (result!.Status, result.Code, result.Subject));
        Assert.Equal($"linux/{architecture} on an engine for linux/amd64, {words}", result.Measured);
    }

    [Theory]
    [InlineData("amd64")]
    [InlineData("386")]
    public void An_image_for_the_engines_own_processor_is_not_emulated(string architecture) =>
        Assert.Null(EmulationCheck.Of(new("sha256:1", [], "linux", architecture, null, null), Docker, [], "api"));

    [Theory]
    [InlineData("v2", "memory,cpu,pids", CheckStatus.Passed, "cgroup v2 with memory, cpu, pids")]
    [InlineData("v2", "cpu,pids", CheckStatus.Failed, "cgroup v2 without memory")]
    [InlineData("v1", "memory", CheckStatus.Failed, "cgroup v1 without cpu, pids")]
    [InlineData("v1", "memory,cpu,pids", CheckStatus.Warning, "cgroup v1 with memory, cpu, pids, but without swap: a suite that runs out of memory swaps instead of being killed")]
    public void A_limit_that_the_engine_cannot_enforce_is_named(string version, string controllers, CheckStatus status, string measured)
    {
        var result = CgroupCheck.Of(Facts(Docker with { CgroupVersion = version, Controllers = controllers.Split(',') }));

        Assert.Equal((status, measured), (result.Status, result.Measured));
    }

    [Fact]
    public void Little_memory_and_little_room_are_warned_of()
    {
        var facts = Facts(Docker) with
        {
            Machine = new() { User = "ci", AvailableMemoryBytes = 300L << 20 },
            Storage = new("/var/lib/docker", 1L << 30, 50L << 30),
        };

        var (memory, storage) = (MemoryCheck.Of(facts), StorageCheck.Of(facts));

        Assert.Equal((CheckStatus.Warning, "HARN2807"), (memory.Status, memory.Code));
        Assert.StartsWith("300 MiB of 8 GiB are available;", memory.Measured, StringComparison.Ordinal);
        Assert.Equal((CheckStatus.Warning, "1 GiB of 50 GiB are free at /var/lib/docker"), (storage.Status, storage.Measured));
    }

    [Fact]
    public void Room_for_bytes_but_not_for_files_is_no_room()
    {
        var storage = StorageCheck.Of(Facts(Docker) with { Storage = new("/var/lib/docker", 40L << 30, 50L << 30, 12, 3_000_000) });

        Assert.Equal((CheckStatus.Failed, "40 GiB of 50 GiB are free at /var/lib/docker, but room for 12 more files only"), (storage.Status, storage.Measured));
    }

    [Theory]
    [InlineData(65536, 65536, "newuidmap", CheckStatus.Failed, "newuidmap cannot be found")]
    [InlineData(65536, 0, null, CheckStatus.Failed, "user ci has 65536 subordinate user ids and 0 group ids; 65536 are needed")]
    [InlineData(65536, 65536, null, CheckStatus.Passed, "user ci has 65536 subordinate user ids and 65536 group ids")]
    public void A_user_of_Podmans_command_needs_ids_and_the_programs_that_hand_them_out(
        long users, long groups, string? missing, CheckStatus status, string measured)
    {
        var machine = new MachineFacts { User = "ci", Uid = 1000, SubordinateIds = new(users, groups), MissingPrograms = missing is null ? [] : [missing] };

        var result = RootlessCheck.Of(new() { Machine = machine, Engine = Docker with { Kind = EngineKind.PodmanCli, Rootless = true } });

        Assert.Equal((status, measured), (result.Status, result.Measured));
    }

    [Theory]
    [InlineData("root", "660", "No group opens this socket")]
    [InlineData("docker", "600", "No group opens this socket")]
    [InlineData("docker", "660", "sudo usermod -aG docker ci")]
    [InlineData("staff", "660", "The group is right; a folder on the way")]
    public void The_remedy_of_a_refusal_fits_the_socket(string group, string mode, string remedy)
    {
        var facts = new DoctorFacts
        {
            Machine = new() { User = "ci", Groups = ["ci", "staff"] },
            Refusal = new(EngineFault.EnginePermission, "no"),
            RefusingSocket = new("/run/docker.sock", "root", group, mode),
        };

        Assert.StartsWith(remedy, EngineCheck.Of(facts).Remedy!.Replace("Join the socket's group: ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static DoctorFacts Facts(EngineInfo engine) => new() { Machine = new() { User = "ci" }, Engine = engine };
}

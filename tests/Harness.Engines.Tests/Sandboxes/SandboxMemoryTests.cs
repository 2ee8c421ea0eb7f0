using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxMemoryTests
{
    private const string Hog = "x=[]\nwhile 1: x.append(bytearray(4<<20))";

    // Memory that belongs to no process: killing one frees nothing.
    private const string Fill = "echo begun; exec dd if=/dev/zero of=/tmp/fill bs=1M count=400";

    [Theory(Timeout = 60_000), Engines]
    public async Task A_command_that_takes_too_much_is_killed_by_the_kernel_and_the_sandbox_lives_on(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunAsync(bed.Python("print('begun', flush=True)\n" + Hog));

        Assert.Equal(new Termination(TerminationReason.Memory, 137, 9, TerminatedBy.Kernel), result.Termination);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Empty(bed.Sandbox.KillLedger);
        Assert.Equal("fine\n", await bed.ReadAsync("echo fine"));
        if (bed.Engine.Info.IsLocal)
        {
            Assert.Equal(1, result.After!.OomKills - result.Before!.OomKills);
            Assert.InRange(result.PeakMemoryBytes!.Value, 100 * SandboxBed.MiB, 128 * SandboxBed.MiB);
        }
    }

    [Theory(Timeout = 60_000)]
    [Engines(0)]
    [Engines(1)]
    public async Task A_childs_death_is_seen_though_its_parent_says_nothing_of_it(EngineKind kind, int code)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunAsync(bed.Python(
            $"import subprocess,sys\nsubprocess.run([sys.executable, '-c', '''{Hog}'''])\nsys.exit({code})"));

        Assert.Equal(new Termination(TerminationReason.Memory, code, null, TerminatedBy.Kernel), result.Termination);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task The_command_after_it_is_not_blamed(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        await bed.RunAsync(bed.Python(Hog));

        var next = await bed.RunAsync(bed.Shell("exit 137"));

        Assert.Equal(new Termination(TerminationReason.Signalled, 137, 9, TerminatedBy.Unknown), next.Termination);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Files_in_the_temporary_folder_count_as_memory(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, SmallMemory);

        var result = await bed.RunAsync(bed.Shell(Fill));

        Assert.Equal(new Termination(TerminationReason.Memory, 137, 9, TerminatedBy.Kernel), result.Termination);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task When_the_kernel_takes_the_main_process_it_is_still_memory(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, SmallMemory);
        await PreferMainAsync(bed);

        var result = await bed.RunAsync(bed.Shell(Fill));

        // Without an event the last reading of the cgroup has to have been in time.
        var unseen = !bed.Engine.Info.Capabilities.OomEvents && result.Termination.Reason == TerminationReason.Lost;
        Assert.Equal(
            unseen
                ? new Termination(TerminationReason.Lost, 137, 9, TerminatedBy.Unknown)
                : new Termination(TerminationReason.Memory, 137, 9, TerminatedBy.Kernel),
            result.Termination);
        Assert.Equal("begun\n", Bytes.Read(result.StandardOutput.Path));
        Assert.Contains(bed.Sandbox.Events, e => e is { Action: "die", ExitCode: 137 });
        Assert.DoesNotContain(bed.Sandbox.Events, e => e.Action == "kill");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_failed_allocation_inside_is_the_programs_own_failure()
    {
        await using var bed = await SandboxBed.StartAsync();

        var result = await bed.RunAsync(bed.Python(
            "import resource; resource.setrlimit(resource.RLIMIT_AS, (80<<20, 80<<20)); x = bytearray(200<<20)"));

        Assert.Equal(new Termination(TerminationReason.Exited, 1), result.Termination);
        Assert.Contains("MemoryError", Bytes.Read(result.StandardError.Path), StringComparison.Ordinal);
    }

    private static SandboxSpec SmallMemory(SandboxSpec spec) => spec with
    {
        Limits = spec.Limits with { MemoryBytes = 48 * SandboxBed.MiB, DiskBytes = 512 * SandboxBed.MiB },
    };

    // Left to itself the kernel takes the biggest, and the main process is the smallest.
    private static async Task PreferMainAsync(SandboxBed bed)
    {
        Assert.SkipUnless(
            bed.Engine.Info.IsLocal && Environment.IsPrivilegedProcess, "only root on the engine's machine can change its processes");
        var state = await bed.Engine.InspectContainerAsync(bed.Sandbox.ContainerId, SandboxBed.Cancellation);
        await File.WriteAllTextAsync($"/proc/{state!.Pid}/oom_score_adj", "1000", SandboxBed.Cancellation);
    }
}

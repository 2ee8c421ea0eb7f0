using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxLimitTests
{
    [Theory(Timeout = 60_000), Engines]
    public async Task Commands_have_no_rights_and_no_way_to_get_some(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var seen = await bed.ReadAsync(
            "id -u; id -g; grep -E 'CapEff|CapBnd|NoNewPrivs' /proc/self/status; ulimit -c; ulimit -n; cat /proc/self/oom_score_adj");

        Assert.Equal("1000\n1000\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\n0\n4096\n800\n", seen);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Only_the_temporary_folder_can_be_written_and_programs_run_from_it(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { User = "0:0" });

        var seen = await bed.ReadAsync(
            "for d in / /etc /usr /var /home; do touch $d/x 2>/dev/null && echo $d; done; "
            + "printf '#!/bin/sh\\necho runs' > /tmp/x; chmod +x /tmp/x; /tmp/x");

        Assert.Equal("runs\n", seen);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Space_and_files_are_limited(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var seen = await bed.ReadAsync(
            "df --output=size,itotal /tmp | tail -1 | tr -s ' '; df --output=size /dev/shm | tail -1; "
            + "dd if=/dev/zero of=/tmp/f bs=1M count=40 2>&1 | grep -o 'No space left.*'");

        Assert.Equal(" 32768 500\n     8192\nNo space left on device\n", seen);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Processes_are_limited(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Limits = spec.Limits with { Pids = 10 } });

        var result = await bed.RunAsync(bed.Python(
            "import threading,time\nfor i in range(50): threading.Thread(target=time.sleep, args=(1,), daemon=True).start()"));

        Assert.Equal(new Termination(TerminationReason.Exited, 1), result.Termination);
        Assert.Contains("can't start new thread", Bytes.Read(result.StandardError.Path), StringComparison.Ordinal);
        if (bed.Engine.Info.IsLocal)
            Assert.True(result.After!.PidsLimitHits > result.Before!.PidsLimitHits);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task There_is_no_network_but_the_loopback(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        Assert.Equal("lo\n", await bed.ReadAsync("ls /sys/class/net"));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_network_can_be_taken_away_while_the_sandbox_runs(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Network = true });
        Assert.Equal("eth0\nlo\n", await bed.ReadAsync("ls /sys/class/net"));

        await bed.Sandbox.DisconnectAsync(SandboxBed.Cancellation);

        Assert.Equal("lo\n", await bed.ReadAsync("ls /sys/class/net"));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_mounted_folder_is_read_only_when_asked(EngineKind kind)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["in"], "given");
        folder.OpenToAll();
        var mount = new BindMount(folder.Path, "/workspace", ReadOnly: true);
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with { Mounts = [mount] });

        Assert.Equal("given", await bed.ReadAsync("cat /workspace/in; touch /workspace/out 2>/dev/null; true"));
        Assert.False(File.Exists(folder["out"]));
    }
}

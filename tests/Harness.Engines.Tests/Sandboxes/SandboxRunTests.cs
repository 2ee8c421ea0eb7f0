using Harness.Engines.Sandboxes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Sandboxes;

public class SandboxRunTests
{
    [Theory(Timeout = 60_000), Engines]
    public async Task Both_streams_are_kept_apart_and_byte_for_byte(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        byte[] every = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        var result = await bed.RunAsync(bed.Python(
            "import sys; sys.stdout.buffer.write(bytes(range(256)) * 300); "
            + "sys.stderr.buffer.write(b'\\xff\\xfe' + bytes(range(255, -1, -1)))"));

        Assert.Equal(new Termination(TerminationReason.Exited, 0), result.Termination);
        Assert.Equal(Enumerable.Repeat(every, 300).SelectMany(bytes => bytes), File.ReadAllBytes(result.StandardOutput.Path));
        Assert.Equal([0xff, 0xfe, .. every.AsEnumerable().Reverse()], File.ReadAllBytes(result.StandardError.Path));
        Assert.Equal((76_800, 0), (result.StandardOutput.TotalBytes, result.StandardOutput.CutBytes));
        Assert.Equal(258 + 76_800, bed.Observer.OutputBytes);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task An_exit_code_is_the_programs_own_also_where_engines_use_the_same(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        foreach (var code in new[] { 0, 1, 125, 126, 127, 255 })
        {
            var result = await bed.RunAsync(bed.Shell($"echo seen; exit {code}"));

            Assert.Equal(new Termination(TerminationReason.Exited, code), result.Termination);
            Assert.Equal("seen\n", Bytes.Read(result.StandardOutput.Path));
            Assert.Null(result.StartError);
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_137_that_nobody_witnessed_is_not_called_memory(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunAsync(bed.Shell("exit 137"));

        Assert.Equal(new Termination(TerminationReason.Signalled, 137, 9, TerminatedBy.Unknown), result.Termination);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_crash_names_its_signal()
    {
        await using var bed = await SandboxBed.StartAsync();

        var result = await bed.RunAsync(bed.Python("import os; os.abort()"));

        Assert.Equal(new Termination(TerminationReason.Signalled, 134, 6, TerminatedBy.Unknown), result.Termination);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task What_cannot_be_started_is_told_in_the_engines_words_and_not_as_output(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        foreach (var (program, folder, words) in new[]
        {
            ("no-such-program", "/tmp", "no-such-program"),
            ("/etc/passwd", "/tmp", "permission denied"),
            ("true", "/no/such/folder", "no such file or directory"),
        })
        {
            var result = await bed.RunAsync(bed.Command(program) with { WorkingDirectory = folder });

            Assert.Equal(new Termination(TerminationReason.NotStarted), result.Termination);
            Assert.Contains(words, result.StartError, StringComparison.Ordinal);
            Assert.Equal((0, 0), (result.StandardOutput.TotalBytes, result.StandardError.TotalBytes));
            Assert.Empty(Bytes.Read(result.StandardOutput.Path));
        }
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Environment_and_working_directory_are_the_commands_own(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind, spec => spec with
        {
            Environment = new Dictionary<string, string> { ["SHARED"] = "a b", ["OVER"] = "old" },
        });

        var result = await bed.RunAsync(bed.Shell("echo $SHARED/$OVER/$PWD") with
        {
            Environment = new Dictionary<string, string> { ["OVER"] = "new" },
            WorkingDirectory = "/usr",
        });

        Assert.Equal("a b/new//usr\n", Bytes.Read(result.StandardOutput.Path));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task A_program_that_closes_its_streams_is_waited_for(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);

        var result = await bed.RunAsync(bed.Shell("exec >&- 2>&-; sleep 0.7; exit 5"));

        Assert.Equal(new Termination(TerminationReason.Exited, 5), result.Termination);
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_follow_each_other_in_one_sandbox_and_share_its_files()
    {
        await using var bed = await SandboxBed.StartAsync();

        await bed.RunAsync(bed.Shell("echo kept > /tmp/note"));

        Assert.Equal("kept\n", await bed.ReadAsync("cat /tmp/note"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_second_command_at_the_same_time_is_refused()
    {
        await using var bed = await SandboxBed.StartAsync();

        var first = bed.RunAsync(bed.Shell("echo one; sleep 1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bed.RunAsync(bed.Shell("echo two")));

        Assert.Equal(new Termination(TerminationReason.Exited, 0), (await first).Termination);
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Several_sandboxes_run_at_a_time_without_mixing(EngineKind kind)
    {
        await using var one = await SandboxBed.StartAsync(kind);
        await using var two = await SandboxBed.StartAsync(kind);
        await using var three = await SandboxBed.StartAsync(kind);
        SandboxBed[] beds = [one, two, three];

        var results = await Task.WhenAll(
            beds.Select((bed, number) => bed.RunAsync(bed.Shell($"echo {number} > /tmp/n; sleep 0.3; cat /tmp/n"))));

        Assert.Equal(["0\n", "1\n", "2\n"], results.Select(result => Bytes.Read(result.StandardOutput.Path)));
        Assert.Equal(3, beds.Select(bed => bed.Sandbox.Name).Distinct().Count());
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Every_event_from_creation_to_destruction_is_recorded(EngineKind kind)
    {
        var bed = await SandboxBed.StartAsync(kind);
        await bed.RunAsync(bed.Shell("exit 3"));

        await bed.DisposeAsync();

        // Podman's command line and the clean-up behind it may both report the end of a command.
        var ends = bed.Sandbox.Events.Where(e => e.Action == "exec_die").ToArray();
        Assert.InRange(ends.Length, 1, kind == EngineKind.PodmanCli ? 2 : 1);
        Assert.All(ends, end => Assert.Equal(3, end.ExitCode));
        Assert.Equal(EngineFacts.Life(kind, commands: 1), bed.Sandbox.Events.Where(e => !ends.Skip(1).Contains(e)).Select(e => e.Action));
        Assert.All(bed.Sandbox.Events, e => Assert.Equal(bed.Sandbox.ContainerId, e.ContainerId));
    }

    [Theory(Timeout = 60_000), Engines]
    public async Task Memory_and_processor_time_are_measured_where_the_cgroup_can_be_read(EngineKind kind)
    {
        await using var bed = await SandboxBed.StartAsync(kind);
        Assert.SkipUnless(bed.Engine.Info.IsLocal, "the engine is not on this machine");

        var result = await bed.RunAsync(bed.Python("x = bytearray(60 << 20); sum(i for i in range(3000000))"));

        Assert.Equal(128 * SandboxBed.MiB, result.After!.MemoryLimitBytes);
        Assert.InRange(result.PeakMemoryBytes!.Value, 60 * SandboxBed.MiB, 128 * SandboxBed.MiB);
        Assert.True(result.After.CpuSeconds > result.Before!.CpuSeconds);
        Assert.Equal(result.Before.OomKills, result.After.OomKills);
        Assert.NotEmpty(bed.Sandbox.Samples);
    }
}

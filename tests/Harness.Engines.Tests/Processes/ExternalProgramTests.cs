using CliWrap.EventStream;
using Harness.Engines.Cli;
using Harness.Engines.Processes;
using Harness.Engines.Tests.Support;

namespace Harness.Engines.Tests.Processes;

public class ExternalProgramTests
{
    private static readonly Dictionary<string, string> OnlyPath = new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task A_program_has_the_given_environment_and_nothing_of_this_process()
    {
        Assert.NotNull(Environment.GetEnvironmentVariable("HOME"));
        var call = new ProgramCall("-c", "echo \"$0/$GIVEN/$ADDED/${HOME-none}/$(cat)\"", "a b\"c\\") { Input = "typed" };

        var said = await Shell(new(OnlyPath) { ["GIVEN"] = "1" })
            .ReadAsync(call with { Environment = new Dictionary<string, string> { ["ADDED"] = "2" } }, Cancellation);

        Assert.Equal(new ProgramOutput(0, "a b\"c\\/1/2/none/typed\n", ""), said);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_failure_is_a_result_and_both_streams_are_kept() => Assert.Equal(
        new ProgramOutput(3, "out\n", "err\n"),
        await Shell(OnlyPath).ReadAsync(new("-c", "echo out; echo err >&2; exit 3"), Cancellation));

    [Fact(Timeout = 30_000)]
    public async Task Ctrl_C_at_the_terminal_does_not_reach_a_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sessions are looked up in /proc");

        // Its own session's leader, so that it is in nobody else's process group.
        var said = await Shell(OnlyPath).ReadAsync(new("-c", "echo $$; cut -d' ' -f5,6 /proc/$$/stat"), Cancellation);

        var lines = said.StandardOutput.Split('\n');
        Assert.Equal($"{lines[0]} {lines[0]}", lines[1]);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelling_kills_a_program()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var folder = new TemporaryFolder();
        var run = Shell(OnlyPath).ReadAsync(new("-c", $"trap '' TERM INT; echo $$ > {folder["pid"]}.new; mv {folder["pid"]}.new {folder["pid"]}; while :; do sleep 1; done"), cancel.Token);
        while (!File.Exists(folder["pid"]))
            await Task.Delay(10, Cancellation);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.False(Directory.Exists($"/proc/{File.ReadAllText(folder["pid"]).Trim()}"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Lines_come_while_the_program_runs_and_who_stops_listening_ends_it()
    {
        var lines = new List<string>();

        await foreach (var said in Shell(OnlyPath).ListenAsync(new("-c", "echo one; echo two; exec sleep 1000"), Cancellation))
        {
            if (said is StandardOutputCommandEvent line)
                lines.Add(line.Text);
            if (lines.Count == 2)
                break;
        }

        Assert.Equal(["one", "two"], lines);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_line_of_half_a_gigabyte_passes_through_in_constant_memory()
    {
        var counted = new CountingSink();
        var pipes = new SinkPipes(counted);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var code = await Shell(OnlyPath).RunAsync(
            new("-c", "head -c 500000000 /dev/zero; echo error >&2"),
            pipes.Into(OutputStream.StandardOutput),
            pipes.Into(OutputStream.StandardError),
            Cancellation);

        Assert.Equal((0, 500_000_000, 6), (code, counted.Output, counted.Error));
        Assert.InRange(counted.Highest - before, long.MinValue, 16 * SandboxBed.MiB);
    }

    private static ExternalProgram Shell(Dictionary<string, string> environment) => new(SearchPath.Find("sh", OnlyPath)!, environment);

    private sealed class CountingSink : IOutputSink
    {
        private int _pieces;

        public long Output { get; private set; }

        public long Error { get; private set; }

        public long Highest { get; private set; }

        public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
        {
            if (stream == OutputStream.StandardOutput)
                Output += bytes.Length;
            else
                Error += bytes.Length;
            if (++_pieces % 100 == 0)
                Highest = Math.Max(Highest, GC.GetTotalMemory(forceFullCollection: false));
        }
    }
}

using Harness.Cli.Terminal.Live;
using Harness.Evidence;
using Harness.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harness.Tests.Cli;

/// <summary>The table of the live view, drawn from events without a terminal.</summary>
public sealed class LiveTableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly LiveState state = new();

    [Fact]
    public void A_run_is_a_line_with_what_it_is_doing()
    {
        Start("api", 1);
        Apply(RunEventKind.StepStarted, step: "install");
        Apply(RunEventKind.Resources, memory: 100L << 20);
        Apply(RunEventKind.StepOutput, step: "install", text: "Collecting flask\n\e[32mInstalling\e[0m\r\n\n");

        Assert.Equal(
            ["api run 1                install          1.5 s    100 MiB of 512 MiB  Installing", "1 suite under way"],
            Draw(100));
    }

    [Theory]
    [InlineData(100, 95)]
    [InlineData(40, 35)]
    [InlineData(12, 7)]
    [InlineData(2, 1)]
    public void Each_line_leaves_room_for_what_the_terminal_echoes(int width, int most)
    {
        Start(new string('n', 80), 1);
        Apply(RunEventKind.StepStarted, suite: new string('n', 80), step: "test:" + new string('s', 80));
        Apply(RunEventKind.StepOutput, suite: new string('n', 80), step: "test:x", text: string.Concat(Enumerable.Repeat("日本語🙂e\u0301", 40)));

        Assert.All(Draw(width), line => Assert.InRange(new Segment(line).CellCount(), 0, most));
    }

    [Fact]
    public void More_runs_than_lines_are_counted()
    {
        for (var run = 1; run <= 40; run++)
            Start("api", run);

        var lines = Draw(80, height: 10);

        Assert.Equal((9, "32 more runs; 1 suite under way"), (lines.Count, lines[^1]));
    }

    [Fact]
    public void What_ended_is_said_once_and_counted()
    {
        Start("api", 1);
        Start("web", 1);
        Apply(RunEventKind.AttemptEnded);
        state.Apply(new() { Kind = RunEventKind.SuiteEnded, At = Noon, Suite = "api", Verdict = Verdict.Failed, Cause = "memory-limit" });
        state.Apply(new() { Kind = RunEventKind.Note, At = Noon, Text = "::error::from somewhere" });

        Assert.Equal(["api: failed, memory-limit", "\\::error::from somewhere"], state.TakeSaid());
        Assert.Empty(state.TakeSaid());
        Assert.Equal("1 suite under way, 1 ended, 1 not passed", Draw(80)[1]);
    }

    [Fact]
    public void Of_the_last_suite_the_result_itself_tells()
    {
        Start("api", 1);
        state.Apply(new() { Kind = RunEventKind.SuiteEnded, At = Noon, Suite = "api", Verdict = Verdict.Passed });

        Assert.Empty(state.TakeSaid());
        Assert.Equal(["", "0 suites under way, 1 ended"], Draw(80));
    }

    [Fact]
    public void A_verdict_and_a_cause_of_the_same_word_are_said_once()
    {
        Start("web", 1);
        state.Apply(new() { Kind = RunEventKind.SuiteEnded, At = Noon, Suite = "api", Verdict = Verdict.Interrupted, Cause = "interrupted" });

        Assert.Equal(["api: interrupted"], state.TakeSaid());
    }

    [Fact]
    public void A_suite_whose_image_is_there_waits_for_a_place()
    {
        state.Apply(new() { Kind = RunEventKind.ImagePulling, At = Noon.AddSeconds(-8), Suite = "api", Text = "python:3.11" });
        Assert.Matches("^api +image +9.5 s +python:3.11$", Draw(100)[0]);

        state.Apply(new() { Kind = RunEventKind.ImageReady, At = Noon, Suite = "api" });
        Assert.Matches("^api +waiting +1.5 s$", Draw(100)[0]);

        Start("api", 1);
        Assert.Equal("1 suite under way", Draw(100)[1]);
        Assert.Matches("^api run 1 +container +1.5 s$", Draw(100)[0]);
    }

    [Fact]
    public void What_Harness_asks_for_itself_is_not_shown_as_output()
    {
        Start("api", 1);
        Apply(RunEventKind.StepStarted, step: "freeze");
        Apply(RunEventKind.StepOutput, step: "freeze", text: "{\"section\":\"disk\"}");

        Assert.DoesNotContain("section", string.Concat(Draw(100)));
    }

    [Fact]
    public void Lines_that_stay_leave_nothing_of_the_table_behind()
    {
        using var writer = new StringWriter();
        var console = Console(writer, AnsiSupport.Yes);
        console.Profile.Width = 60;
        Start("api", 1);
        Start("web", 1);

        console.Live(Table(60)).AutoClear(true).Start(context =>
        {
            context.Refresh();
            console.Write(new LineAbove("api: failed, memory-limit"));
            Apply(RunEventKind.AttemptEnded);
            context.UpdateTarget(Table(60));
            console.Write(new LineAbove(string.Join(' ', Enumerable.Repeat("word", 20))));
        });
        console.Write(new LineAbove("web: passed"));

        var screen = new Screen(60, 24);
        screen.Write(writer.ToString().Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(
            ["api: failed, memory-limit", string.Join(' ', Enumerable.Repeat("word", 12)), string.Join(' ', Enumerable.Repeat("word", 8)), "web: passed"],
            screen.Lines.Where(line => line.Length > 0));
        Assert.Contains(screen.Seen, line => line.StartsWith("web run 1 ", StringComparison.Ordinal));
    }

    private void Start(string suite, int run) => state.Apply(new() { Kind = RunEventKind.AttemptStarted, At = Noon, Suite = suite, Run = run, Attempt = 1 });

    private void Apply(RunEventKind kind, string suite = "api", string? step = null, string? text = null, long? memory = null) => state.Apply(new()
    {
        Kind = kind,
        At = Noon,
        Suite = suite,
        Run = 1,
        Attempt = 1,
        Step = step,
        Text = text,
        MemoryBytes = memory,
        MemoryLimitBytes = memory is null ? null : 512L << 20,
    });

    private List<string> Draw(int width, int height = 24)
    {
        using var writer = new StringWriter();
        var console = Console(writer, AnsiSupport.No);
        console.Profile.Width = width;
        console.Write(Table(width, height));
        return [.. writer.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }

    private IRenderable Table(int width, int height = 24) => LiveTable.Draw(state.Rows, state.Status, Noon.AddSeconds(1.5), width, height, styled: true);

    private static IAnsiConsole Console(StringWriter writer, AnsiSupport ansi) => AnsiConsole.Create(new()
    {
        Ansi = ansi,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(writer),
        Enrichment = new() { UseDefaultEnrichers = false },
    });
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using Harness.Cli.Terminal;
using Harness.Cli.Terminal.Live;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>What a person sees while suites run, on a real terminal.</summary>
[Collection("engine")]
public sealed class LiveViewTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_terminal_shows_step_time_memory_and_the_last_line_and_then_only_the_result()
    {
        WriteTalker();

        var (code, screen) = await WatchAsync(100, resize: null, "2");

        Assert.True(code == 0, string.Join('\n', screen.Lines));
        Assert.Contains(screen.Seen, line => Shown(line, @"^bed run 1 +test:talker +\d\.\d s +\d+(\.\d)? [KM]iB of 1 GiB +safe  and sound$"));
        Assert.Contains(screen.Seen, line => Shown(line, @"^bed run 2 +test:talker "));
        Assert.True(screen.Cursor);
        Assert.Equal(0, screen.Broken);
        Assert.True(screen.Styles > 0);
        var left = screen.Lines.SkipWhile(line => line.Length == 0).ToList();
        Assert.StartsWith("bed: passed, reproducible (2 runs, ", left[0], StringComparison.Ordinal);
        Assert.DoesNotContain(left, line => line.Contains("test:talker", StringComparison.Ordinal) || line.Contains("under way", StringComparison.Ordinal));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(100, 37)]
    [InlineData(40, 120)]
    public async Task A_terminal_that_changes_its_width_shows_nothing_torn(int before, int after)
    {
        WriteTalker();

        var (code, screen) = await WatchAsync(before, $"test:talker:{after}", "1");

        Assert.Equal(0, code);
        Assert.Contains(screen.Seen, line => line.StartsWith("bed run 1", StringComparison.Ordinal) && line.Length < Math.Max(before, after));
        Assert.DoesNotContain(screen.Lines, line => line.StartsWith("bed run ", StringComparison.Ordinal));
        Assert.Contains(screen.Lines, line => line.StartsWith("bed: passed", StringComparison.Ordinal));
        Assert.True(screen.Cursor);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_colours_the_table_is_drawn_all_the_same()
    {
        WriteTalker();

        var (_, screen) = await WatchAsync(80, null, "1", new() { ["NO_COLOR"] = "1" });

        Assert.Equal(0, screen.Styles);
        Assert.Contains(screen.Seen, line => line.StartsWith("bed run 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TERM=xterm", typeof(LiveProgress))]
    [InlineData("TERM=xterm NO_COLOR=1", typeof(LiveProgress))]
    [InlineData("TERM=dumb", typeof(PlainProgress))]
    [InlineData("", typeof(PlainProgress))]
    [InlineData("TERM=xterm CI=true", typeof(PlainProgress))]
    public async Task A_terminal_that_cannot_or_that_nobody_watches_gets_plain_lines(string variables, Type expected)
    {
        var environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(one => one.Split('=')[0], one => one.Split('=')[1]);

        var progress = RunProgress.For(new Watched(), json: false, quiet: false, verbose: false, environment);
        if (progress is IAsyncDisposable live)
            await live.DisposeAsync();

        Assert.IsType(expected, progress);
        Assert.IsType<PlainProgress>(RunProgress.For(new Watched(), json: false, quiet: false, verbose: true, environment));
        Assert.IsType<NoProgress>(RunProgress.For(new Watched(), json: false, quiet: true, verbose: false, environment));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_piped_is_plain()
    {
        bed.Write();

        var (_, output, error) = await HarnessProcess.RunAsync(bed.Path, "run", "--output", "out", "--runs", "1");

        Assert.DoesNotContain('\e', output + error);
        Assert.Contains("bed run 1: test:python passed (", error);
    }

    [Fact(Timeout = 60_000)]
    public async Task Other_commands_do_not_load_what_draws()
    {
        using var copy = new ScratchFolder();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
            File.Copy(file, copy.In(Path.GetFileName(file)));
        await File.WriteAllTextAsync(copy.In("Spectre.Console.dll"), "", TestContext.Current.CancellationToken);
        var output = new StringBuilder();

        var result = await (CliWrap.Cli.Wrap("dotnet").WithArguments([copy.In("Harness.Cli.dll"), "lint"]).WithWorkingDirectory(bed.Path)
            .WithValidation(CommandResultValidation.None) | output).ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("0 suites, 1 error, 0 warnings\n", output.ToString(), StringComparison.Ordinal);
    }

    private static bool Shown(string line, string pattern) => Regex.IsMatch(line, pattern);

    // Sequences of its own, and long enough under way to be drawn with its memory measured.
    private void WriteTalker() => bed.Write("""
          - {name: talker, run: [sh, -c, "printf 'safe \\033]0;title\\007 and sound\\n'; sleep 3"]}

        """);

    private async Task<(int Code, Screen Screen)> WatchAsync(int columns, string? resize, string runs, Dictionary<string, string?>? variables = null)
    {
        var output = new StringBuilder();
        var result = await (CliWrap.Cli.Wrap("/usr/bin/python3")
            .WithArguments([
                Path.Combine(RepositoryRoot.Path, "tests/Harness.Tests/Cli/on_terminal.py"), columns.ToString(CultureInfo.InvariantCulture), "24",
                .. resize is null ? Array.Empty<string>() : [resize],
                "--", "dotnet", Path.Combine(AppContext.BaseDirectory, "Harness.Cli.dll"), "run", "--output", "out", "--runs", runs])
            .WithWorkingDirectory(bed.Path)
            .WithEnvironmentVariables(new Dictionary<string, string?>(variables ?? []) { ["TERM"] = "xterm-256color", ["CI"] = "" })
            .WithValidation(CommandResultValidation.None) | output).ExecuteAsync(TestContext.Current.CancellationToken);
        var screen = new Screen(columns, 24);
        screen.Write(output.ToString());
        return (result.ExitCode, screen);
    }

    private sealed class Watched : ITerminal
    {
        public TextWriter Result => TextWriter.Null;

        public TextWriter Progress => TextWriter.Null;

        public bool IsWatched => true;
    }
}

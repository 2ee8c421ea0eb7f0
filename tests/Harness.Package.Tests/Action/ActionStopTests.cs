using Harness.Package.Tests.Action.Runner;
using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Action;

/// <summary>The script around the tool, with tools that print what no version of Harness prints.</summary>
public sealed class ActionStopTests : IDisposable
{
    private const int Patience = 60_000;

    private const string Hostile = """
        printf '::error::pwned\r::error::pwned\n##[error]pwned\n::pwned::\n'
        printf '::stop-commands::pwned\n::set-output name=verdict::passed\n::error::pwned, unfinished' >&2
        """;

    private readonly ActionBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Theory(Timeout = Patience)]
    [InlineData("exit 1", 1)]
    [InlineData("kill -KILL $$", 137)]
    [InlineData("kill -SEGV $$", 139)]
    public async Task Nothing_that_a_run_prints_is_obeyed_however_it_ends(string last, int exitCode)
    {
        var end = await UseAsync(run: $"{Hostile}\n{last}", report: "exit 0");

        Assert.Equal(exitCode, end.ExitCode);
        Assert.Equal($"The run ended with exit code {exitCode} before it recorded anything; the log tells why.", Assert.Single(end.Log.Deeds).Data);
        Assert.Contains("::error::pwned, unfinished", end.Log.Text, StringComparison.Ordinal);
        Assert.False(end.Log.IsStopped);
        Assert.Equal(new Dictionary<string, string> { ["verdict"] = "infrastructure" }, end.StepOutputs);
    }

    [Fact(Timeout = Patience)]
    public async Task Why_a_run_was_refused_is_the_annotation_and_only_text()
    {
        var end = await UseAsync(run: "printf 'progress\\nx: error: 100%%0A::error::pwned\\rand\\ee\\nz: error: 2\\n' >&2; exit 2", report: "exit 0");

        Assert.Equal((2, "invalid"), (end.ExitCode, end.Outputs["verdict"]));
        Assert.Equal("x: error: 100%0A::error::pwned?and?e", Assert.Single(end.Log.Deeds).Data);
    }

    [Fact(Timeout = Patience)]
    public async Task Commands_are_allowed_again_even_when_the_script_itself_is_ended()
    {
        var end = await UseAsync(run: $"{Hostile}\nkill -HUP $PPID", report: "exit 0");

        Assert.Equal(129, end.ExitCode);
        Assert.False(end.Log.IsStopped);
        Assert.Empty(end.Log.Deeds);
    }

    [Fact(Timeout = Patience)]
    public async Task Of_a_report_only_standard_output_is_obeyed()
    {
        var end = await UseAsync(
            run: "mkdir -p artifacts/smoke; touch artifacts/smoke/index.json; exit 1",
            report: $"({Hostile}) >&2; echo '::error::the report'; exit 1");

        Assert.Equal("the report", Assert.Single(end.Log.Deeds).Data);
        Assert.Equal(1, end.ExitCode);
    }

    [Theory(Timeout = Patience)]
    [InlineData(0, 134, 134)]
    [InlineData(3, 134, 134)]
    [InlineData(3, 3, 3)]
    [InlineData(1, 134, 1)]
    [InlineData(137, 130, 137)]
    public async Task The_step_ends_as_the_run_did_unless_that_was_good_and_the_report_failed(int run, int report, int exitCode)
    {
        var end = await UseAsync($"mkdir -p artifacts/smoke; touch artifacts/smoke/index.json; exit {run}", $"exit {report}");

        Assert.Equal(exitCode, end.ExitCode);
    }

    [Fact(Timeout = Patience)]
    public async Task A_run_that_records_nothing_is_no_success()
    {
        var end = await UseAsync("exit 0", "exit 0");

        Assert.Equal((4, "infrastructure"), (end.ExitCode, end.Outputs["verdict"]));
    }

    [Fact(Timeout = Patience)]
    public async Task What_lay_there_before_neither_speaks_for_the_run_nor_is_removed()
    {
        _bed.Write("artifacts/smoke/index.json", "{}");
        File.SetLastWriteTimeUtc(_bed.In("artifacts/smoke/index.json"), DateTime.UtcNow.AddSeconds(-10));

        var end = await UseAsync("exit 0", "echo '::error::an older report'");

        Assert.Equal((4, "infrastructure"), (end.ExitCode, end.Outputs["verdict"]));
        Assert.DoesNotContain("an older report", end.Log.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(_bed.In("artifacts/smoke/index.json")));
    }

    [Fact(Timeout = Patience)]
    public async Task Every_step_has_a_token_of_its_own()
    {
        var first = await UseAsync("exit 1", "exit 1");
        var second = await UseAsync("exit 1", "exit 1");

        Assert.NotEqual(first.Log.Tokens, second.Log.Tokens);
    }

    private async Task<ActionEnd> UseAsync(string run, string report)
    {
        _bed.Write("tool", $"#!/bin/bash\nif [[ $1 == run ]]; then\n{run}\nelse\n{report}\nfi\n");
        (await DotNet.RunAsync("chmod", _bed.Workspace, ["+x", "tool"])).ShouldSucceed();
        return await _bed.Runner().UseAsync(("tool", "./tool"));
    }
}

using CliWrap;
using Harness.Package.Tests.Action.Runner;
using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Action;

/// <summary>The action when inputs are wrong, jobs are cancelled and tools die.</summary>
[Collection(ActionCollection.Name)]
public sealed class ActionTroubleTests(InstalledTool tool) : IDisposable
{
    private const int Patience = 120_000;
    private readonly ActionBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Theory(Timeout = Patience)]
    [InlineData("fail-on-drift", "yes", "The input fail-on-drift must be true or false, but is 'yes'.")]
    [InlineData("fail-on-drift", "::error::\n100%", "The input fail-on-drift must be true or false, but is '::error::?100%'.")]
    [InlineData("tool", "no/such/harness", "The input tool names no program that can be run.")]
    public async Task An_input_that_is_wrong_is_named_before_anything_runs(string input, string value, string message)
    {
        var end = await _bed.Runner().UseAsync(("tool", tool.Path), (input, value));

        Assert.Equal((2, "invalid"), (end.ExitCode, end.Outputs["verdict"]));
        Assert.Equal(("error", message), (Assert.Single(end.Log.Commands).Name, end.Log.Commands[0].Data));
    }

    [Theory(Timeout = Patience)]
    [InlineData("runs", "many", "many")]
    [InlineData("engine", "rocket", "rocket")]
    [InlineData("suites", "100%\nnowhere/smoke.yml", "100%")]
    [InlineData("suites", "::warning::x/smoke.yml", "warning")]
    public async Task What_the_tool_refuses_is_invalid_and_said_in_the_annotation(string input, string value, string named)
    {
        var end = await UseAsync((input, value));

        Assert.Equal((2, "invalid"), (end.ExitCode, end.Outputs["verdict"]));
        var said = Assert.Single(end.Log.Deeds);
        Assert.Equal("error", said.Name);
        Assert.Contains("error", said.Data, StringComparison.Ordinal);
        Assert.Contains(named, said.Data, StringComparison.Ordinal);
        Assert.Contains(said.Data, end.Log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task What_an_earlier_step_left_does_not_speak_for_this_one()
    {
        _bed.QuickSuite();
        await UseAsync();
        File.Delete(_bed.In("smoke.yml"));

        var end = await UseAsync();

        Assert.Equal((2, "invalid", "", ""), (end.ExitCode, end.Outputs["verdict"], end.Outputs["junit"], end.Summary));
    }

    [Fact(Timeout = Patience)]
    public async Task Without_an_SDK_and_a_tool_the_step_says_what_to_add()
    {
        var programs = Directory.CreateDirectory(Path.Combine(_bed.Temporary, "programs")).FullName;
        foreach (var program in new[] { "bash", "od", "tr", "rm" })
            File.CreateSymbolicLink(Path.Combine(programs, program), $"/bin/{program}");
        var runner = _bed.Runner();
        runner.Environment["PATH"] = programs;

        var end = await runner.UseAsync();

        Assert.Equal((4, "infrastructure"), (end.ExitCode, end.Outputs["verdict"]));
        Assert.Equal("There is no .NET SDK: add actions/setup-dotnet, or give the input tool.", Assert.Single(end.Log.Deeds).Data);
    }

    [Theory(Timeout = Patience)]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_job_that_is_cancelled_ends_its_containers_and_tells_so(string signal, int exitCode)
    {
        _bed.QuickSuite(ActionBed.Sleeping, name: "cancelled");

        var end = await InterruptedAsync("cancelled", shell => SignalAsync(signal, shell));

        Assert.Equal((exitCode, "interrupted", "interrupted"), (end.ExitCode, end.Outputs["verdict"], end.Outputs["cause"]));
        Assert.False(end.Log.IsStopped);
        Assert.Equal("error", Assert.Single(end.Log.Deeds).Name);
        Assert.Equal("", await ContainersAsync("cancelled"));
    }

    [Fact(Timeout = Patience)]
    public async Task A_tool_that_is_killed_leaves_outputs_that_say_so()
    {
        _bed.QuickSuite(ActionBed.Sleeping, name: "killed");

        var end = await InterruptedAsync("killed", async shell =>
        {
            var child = (await File.ReadAllTextAsync($"/proc/{shell}/task/{shell}/children")).Trim();
            await SignalAsync("KILL", int.Parse(child, System.Globalization.CultureInfo.InvariantCulture));
        });

        Assert.Equal((137, "interrupted", "did-not-finish"), (end.ExitCode, end.Outputs["verdict"], end.Outputs["cause"]));
        Assert.False(end.Log.IsStopped);
        Assert.Contains("HARN9001", Assert.Single(end.Log.Deeds).Data, StringComparison.Ordinal);
        (await DotNet.RunAsync(tool.Path, _bed.Workspace, ["reap"])).ShouldSucceed();
        Assert.Equal("", await ContainersAsync("killed"));
    }

    private Task<ActionEnd> UseAsync(params (string, string)[] inputs) => _bed.Runner().UseAsync([("tool", tool.Path), .. inputs]);

    // Interrupts when the test itself has begun, which the journal tells first.
    private Task<ActionEnd> InterruptedAsync(string suite, Func<int, Task> interrupt) => _bed
        .Runner(async (shell, line) =>
        {
            if (!line.Contains("freeze passed", StringComparison.Ordinal))
                return;
            var journal = _bed.In("artifacts", "smoke", suite, "journal.jsonl");
            while (!(await File.ReadAllTextAsync(journal)).Contains("test:sleeper", StringComparison.Ordinal))
                await Task.Delay(20, TestContext.Current.CancellationToken);
            await interrupt(shell);
        })
        .UseAsync(("tool", tool.Path));

    private static async Task SignalAsync(string signal, int process) =>
        await Cli.Wrap("kill").WithArguments(["-s", signal, $"{process}"]).ExecuteAsync(TestContext.Current.CancellationToken);

    private async Task<string> ContainersAsync(string suite) =>
        (await DotNet.RunAsync("docker", _bed.Workspace, ["ps", "-aq", "--filter", $"label=io.harness.suite={suite}"])).ShouldSucceed().Output;
}

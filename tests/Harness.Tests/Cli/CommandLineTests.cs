using System.Text;
using CliWrap;
using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>The command itself, as a process.</summary>
[Collection("engine")] // containers are counted by the suite's name
public sealed class CommandLineTests : IDisposable
{
    private readonly SuiteBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Standard_output_carries_the_result_and_standard_error_the_progress()
    {
        bed.Write();

        var (code, output, error) = await HarnessAsync("run", "--output", "out");

        Assert.Equal(0, code);
        Assert.StartsWith("bed: passed, reproducible (2 runs, ", output, StringComparison.Ordinal);
        Assert.Contains("bed run 1: install passed (", error);
        Assert.DoesNotContain("install passed", output);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_during_a_step_ends_the_containers_and_leaves_valid_artifacts(string signal, int exitCode)
    {
        bed.Write("  - {name: sleeper, run: [sleep, \"600\"], timeout: 5m}\n");

        var (code, _, _) = await SignalledAsync(signal, "test:sleeper");

        Assert.Equal(exitCode, code);
        Assert.Equal(Verdict.Interrupted, bed.Result().Verdict);
        Assert.Equal("interrupted", bed.Result().Causes[0].Name);
        Assert.Empty(await ContainersAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_killed_tool_leaves_readable_artifacts_and_reap_removes_its_containers()
    {
        bed.Write("  - {name: sleeper, run: [sleep, \"600\"], timeout: 5m}\n");

        await SignalledAsync("KILL", "test:sleeper");

        Assert.Equal(2, (await ContainersAsync()).Count);
        Assert.Equal("did-not-finish", bed.Result().Causes[0].Name);
        Assert.False(JournalReader.Read(Path.Combine(bed.Output, "bed/journal.jsonl")).Entries.Count < 10);
        var (code, _, _) = await HarnessAsync("reap");
        Assert.Equal(0, code);
        Assert.Empty(await ContainersAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Size_tells_what_is_wrong_with_a_suite_and_no_more()
    {
        var (code, output, error) = await HarnessAsync("size", "nosuch.yml");

        Assert.Equal((2, ""), (code, output));
        Assert.Equal("nosuch.yml: error HARN1003: There is no file or folder 'nosuch.yml'.\n  remedy  Correct the path, or let 'harness init' write a first suite.\n", error);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lint_tells_what_is_wrong_and_where()
    {
        bed.WriteRaw("smoke.yml", "name: x\nimage: python:3.11\ntest: []\n");

        var (code, output, _) = await HarnessAsync("lint");

        Assert.Equal(2, code);
        Assert.Contains("smoke.yml(3,1): error HARN1001: ", output);
        Assert.Contains("'tests'", output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lint_looks_into_the_files_that_a_suite_names()
    {
        bed.Write(requirements: "greeter\nabsent\n");

        var (code, output, _) = await HarnessAsync("lint");

        Assert.Equal(0, code);
        Assert.StartsWith("requirements.txt(2,1): warning HARN1014: The wheelhouse contains nothing of absent.", output, StringComparison.Ordinal);
        Assert.EndsWith("1 suite, 0 errors, 1 warning\n", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Init_writes_a_suite_that_runs_green()
    {
        bed.Write();
        File.Delete(Path.Combine(bed.Path, "smoke.yml"));

        var (code, output, error) = await HarnessAsync("init", "--name", "bed", "--image", RealEngine.Image);

        Assert.Equal("", error);
        Assert.Equal((0, "found requirements.txt: what is installed\nfound wheels: what is installed comes from here alone, without an index\nwrote ./smoke.yml\nNext: harness lint, then harness run\n"), (code, output));
        (code, output, _) = await HarnessAsync("run", "--output", "out");
        Assert.True(code == 0, output);
        Assert.Equal("greeter\nwordlist\n", await File.ReadAllTextAsync(
            Path.Combine(bed.Output, "bed/run-1/attempt-1/04-test-imports.stdout.log"), TestContext.Current.CancellationToken));
        (code, _, error) = await HarnessAsync("init");
        Assert.Equal((2, "harness: error HARN1001: smoke.yml is there already. Give --force to write over it, or check it with: harness lint\n"), (code, error));
    }

    [Fact(Timeout = 60_000)]
    public async Task Init_says_what_it_needs()
    {
        var (code, output, error) = await HarnessAsync("init");

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("harness: error HARN1003: '.' has neither a requirements.txt nor", error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Explain_knows_codes_and_names()
    {
        var (code, output, _) = await HarnessAsync("explain", "memory-limit");

        Assert.Equal(0, code);
        Assert.StartsWith("HARN4001 memory-limit", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_report_to_github_needs_the_files_of_a_step()
    {
        var (code, output, error) = await HarnessAsync("report", "--github", ".");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--github needs GITHUB_OUTPUT and GITHUB_STEP_SUMMARY", error);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_dialect_of_JUnit_can_be_chosen_afterwards_and_by_the_environment()
    {
        bed.WriteRaw("smoke.yml", "name: x\nimage: python:3.11\ntest: []\n");

        await HarnessAsync("run", "--output", "out", "--junit-dialect", "strict");
        var strict = await File.ReadAllTextAsync(Path.Combine(bed.Output, "junit.xml"), TestContext.Current.CancellationToken);
        await HarnessAsync("report", "out");
        var rich = await File.ReadAllTextAsync(Path.Combine(bed.Output, "junit.xml"), TestContext.Current.CancellationToken);
        await HarnessProcess.RunAsync(bed.Path, new Dictionary<string, string?> { ["HARNESS_JUNIT_DIALECT"] = "strict" }, "merge", "out", "--output", "joined");
        var joined = await File.ReadAllTextAsync(Path.Combine(bed.Path, "joined/junit.xml"), TestContext.Current.CancellationToken);
        var (code, _, error) = await HarnessAsync("run", "--junit-dialect", "loose");

        Assert.Contains("<testsuites>", strict);
        Assert.Contains("<testsuites name=\"harness\"", rich);
        Assert.Contains("<testsuites>", joined);
        Assert.Equal((2, "harness: error: --junit-dialect: 'loose' is not known; rich or strict is expected.\nSee: harness run --help\n"), (code, error));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--runs", "many", "--runs: 'many' is not a whole number from 1 to ")]
    [InlineData("--runs", "0", "--runs: '0' is not a whole number from 1 to ")]
    [InlineData("--memory-budget", "5", "--memory-budget: '5' is not a size of at least 6MiB, such as 512MiB or 4GiB.")]
    [InlineData("-j", "0", "--jobs: '0' is not a whole number from 1.")]
    public async Task A_number_that_is_none_is_a_usage_error(string option, string value, string message)
    {
        var (code, _, error) = await HarnessAsync("run", option, value);

        Assert.Equal(2, code);
        Assert.Contains(message, error);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_misspelt_verb_is_a_usage_error()
    {
        var (code, _, error) = await HarnessAsync("rnu");

        Assert.Equal(2, code);
        Assert.Contains("rnu", error);
    }

    private async Task<(int Code, string Output, string Error)> SignalledAsync(string signal, string step)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new StringBuilder();
        var waiting = 2; // both runs
        var task = Command("run", "--output", "out", "--verbose")
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line =>
            {
                if (line.Contains($"{step} ...", StringComparison.Ordinal) && Interlocked.Decrement(ref waiting) == 0)
                    reached.TrySetResult();
            }))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(reached.Task, task.Task);
        Assert.True(reached.Task.IsCompleted, $"it ended before {step}: {output}");
        await CliWrap.Cli.Wrap("kill").WithArguments(["-" + signal, $"{task.ProcessId}"]).ExecuteAsync(TestContext.Current.CancellationToken);
        var result = await task;
        return (result.ExitCode, output.ToString(), "");
    }

    private async Task<(int Code, string Output, string Error)> HarnessAsync(params string[] arguments)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var result = await (Command(arguments) | (output, error)).ExecuteAsync(TestContext.Current.CancellationToken);
        return (result.ExitCode, output.ToString(), error.ToString());
    }

    private Command Command(params string[] arguments) => CliWrap.Cli.Wrap("dotnet")
        .WithArguments([Path.Combine(AppContext.BaseDirectory, "Harness.Cli.dll"), .. arguments])
        .WithWorkingDirectory(bed.Path)
        .WithEnvironmentVariables(variables => variables.Set("GITHUB_OUTPUT", null)) // set where these tests are a step themselves
        .WithValidation(CommandResultValidation.None);

    private static async Task<IReadOnlyList<string>> ContainersAsync()
    {
        var output = new StringBuilder();
        await (CliWrap.Cli.Wrap("docker").WithArguments(["ps", "-aq", "--filter", "label=io.harness.suite=bed"]) | output)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

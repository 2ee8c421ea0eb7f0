using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.Bullseye;

public sealed class CommandLineTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Without_a_name_the_default_target_runs_after_its_dependencies()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N");

        Assert.Equal(["ran build", "ran test", "ran pack"], result.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)));
        Assert.Equal(0, result.ExitCode);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("pack")]
    [InlineData("PACK")]
    [InlineData("p")]
    public async Task A_target_is_found_whatever_the_case_and_by_its_beginning(string name)
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", name);

        Assert.Contains("ran pack", result.Lines);
        Assert.DoesNotContain("ran test", result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_full_name_wins_over_longer_names_that_begin_with_it()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "test");

        Assert.Contains("ran test", result.Lines);
        Assert.DoesNotContain("ran test-slow", result.Lines);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("Ambiguous target: te (test test-slow)", "te")]
    [InlineData("Target not found: nope.", "nope")]
    [InlineData("Targets not found: nope neither.", "nope", "build", "neither")]
    [InlineData("Unknown option --wat. \"--help\" for usage.", "--wat")]
    [InlineData("Unknown options -cn --Parallel. \"--help\" for usage.", "-cn", "--Parallel", "build")]
    public async Task Invalid_usage_is_told_on_standard_error_and_runs_nothing(string message, params string[] args)
    {
        var result = await BuiltProgram.BuildDummyAsync(["build", "usual", "-N", .. args]);

        Assert.Equal(message, result.Errors.Trim());
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("ran ", result.Output, StringComparison.Ordinal);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("/?")]
    [InlineData("--HELP")]
    public async Task Help_names_options_and_targets_and_runs_nothing(string option)
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", option);

        string[] expected = ["Usage:", "--dry-run", "--list-tree", "--skip-dependencies", "test-slow", "Compiles everything"];
        Assert.All(expected, text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("ran ", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("-n")]
    [InlineData("--dry-run")]
    public async Task A_dry_run_runs_no_action_and_says_so(string option)
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", option);

        Assert.DoesNotContain("ran ", result.Output, StringComparison.Ordinal);
        Assert.Contains(": test: Starting...", result.Output, StringComparison.Ordinal);
        Assert.Contains(": Succeeded (default) (dry run) (0 ms)", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }
}

using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.Bullseye;

public sealed class RunTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task A_failed_action_is_told_with_its_stack_and_ends_with_exit_code_1()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "failing", "-N", "after");

        Assert.Contains("bad: System.InvalidOperationException: boom", result.Output, StringComparison.Ordinal);
        Assert.Contains("Graphs.", result.Output, StringComparison.Ordinal);
        Assert.Contains("bad: FAILED! boom (", result.Output, StringComparison.Ordinal);
        Assert.Contains(": FAILED! (after) (", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task What_depends_on_a_failed_target_does_not_run()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "failing", "-N", "after");

        Assert.DoesNotContain("ran after", result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task An_expected_failure_is_told_by_its_message_only()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "failing", "-N", "plain");

        Assert.Contains("plain: FAILED! as expected (", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ExpectedException", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_cancelled_action_is_a_failure()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "failing", "-N", "cancelled");

        Assert.Contains("cancelled: FAILED! ", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task Each_input_runs_in_turn_and_is_named_behind_its_target()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "inputs", "-N", "each");

        Assert.Equal(["ran each one", "ran each two"], result.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)));
        Assert.Contains(": each/one: Starting...", result.Output, StringComparison.Ordinal);
        Assert.Contains(": each/two: Succeeded (", result.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_target_without_inputs_succeeds_and_says_so()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "inputs", "-N", "none");

        Assert.Contains(": none: No inputs! (0 ms)", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_failed_input_fails_its_target()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "inputs", "-N", "some");

        Assert.Contains("ran some 1", result.Lines);
        Assert.Contains(": some/2: FAILED! two is wrong (", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task In_parallel_targets_run_at_the_same_time()
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "One processor runs one target at a time.");

        var result = await BuiltProgram.BuildDummyAsync("build", "meeting", "-N", "--parallel", "left", "right");

        Assert.Contains(": Succeeded (left right) (parallel) (", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task In_parallel_a_failure_does_not_stop_what_does_not_depend_on_it()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "failing", "-N", "-p", "after", "good");

        Assert.Contains("ran good", result.Lines);
        Assert.DoesNotContain("ran after", result.Lines);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task Without_exiting_the_program_goes_on_and_keeps_the_output()
    {
        var result = await BuiltProgram.BuildDummyAsync("build-and-go-on", "usual", "-N", "build");

        Assert.Contains("went on", result.Lines);
        Assert.Contains("mine: build: Starting...", result.Lines);
        Assert.Equal(7, result.ExitCode);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("TargetFailedException: Target 'bad' failed. / InvalidOperationException", "failing", "bad")]
    [InlineData("TargetFailedException: Target 'some' failed with input '2'. / ExpectedException", "inputs", "some")]
    [InlineData("InvalidUsageException: Target not found: nope. /", "usual", "nope")]
    public async Task Without_exiting_failures_are_exceptions(string expected, string graph, string target)
    {
        var result = await BuiltProgram.BuildDummyAsync("build-and-go-on", graph, "-N", target);

        Assert.Contains(expected, result.Lines);
        Assert.Equal(7, result.ExitCode);
    }
}

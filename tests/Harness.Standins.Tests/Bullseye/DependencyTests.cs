using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.Bullseye;

public sealed class DependencyTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task A_target_that_several_depend_on_runs_once()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "test", "pack", "build");

        Assert.Single(result.Lines, "ran build");
    }

    [Fact(Timeout = Timeout)]
    public async Task Missing_dependencies_anywhere_are_invalid_usage()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "missing", "-N", "build");

        Assert.Equal("Missing dependencies: yyy, required by c; zzz, required by b c", result.Errors.Trim());
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("ran ", result.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_circle_of_dependencies_anywhere_is_invalid_usage()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "circular", "-N", "build");

        Assert.Equal("Circular dependency: d -> e -> d", result.Errors.Trim());
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("ran ", result.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Dependencies_can_be_skipped_even_missing_ones()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "missing", "-N", "-s", "c");

        Assert.Contains("ran c", result.Lines);
        Assert.Contains(": Succeeded (c) (skip dependencies) (", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task Named_targets_run_in_the_order_of_their_dependencies_even_when_those_are_skipped()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "--skip-dependencies", "test", "build");

        Assert.Equal(["ran build", "ran test"], result.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)));
    }

    [Fact(Timeout = Timeout)]
    public async Task A_name_can_be_defined_only_once_whatever_its_case()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "duplicate", "-N", "build");

        Assert.Contains("refused the duplicate", result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task Every_way_to_define_a_target_is_there()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "overloads", "-N");

        // 3 and 12 only gather dependencies.
        var expected = Enumerable.Range(1, 18).Except([3, 12]).Select(number => $"ran o{number:00}");
        Assert.Equal(expected, result.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)).Select(line => line[..7]));
        Assert.Equal(0, result.ExitCode);
    }
}

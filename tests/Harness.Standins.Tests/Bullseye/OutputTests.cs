using System.Text.RegularExpressions;
using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.Bullseye;

public sealed partial class OutputTests
{
    private const int Timeout = 60_000;
    private const string Prefix = "Harness.Standins.Tests.BuildDummy: ";

    [Fact(Timeout = Timeout)]
    public async Task A_run_is_told_from_its_start_to_its_outcome()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "-E", "pack");

        var told = result.Lines.Select(line => Duration().Replace(line.Replace(Prefix, "", StringComparison.Ordinal), "(TIME)"));
        Assert.Equal(
            [
                "Starting... (pack)",
                "build: Starting...",
                "ran build",
                "build: Succeeded (TIME)",
                "pack: Starting...",
                "ran pack",
                "pack: Succeeded (TIME)",
            ],
            told.Take(7));
        Assert.Equal("Succeeded (pack) (TIME)", told.Last());
    }

    [Fact(Timeout = Timeout)]
    public async Task A_table_of_outcomes_stands_before_the_last_line()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "inputs", "-N", "-E", "some");

        var table = result.Lines.TakeLast(8).SkipLast(1).Select(line => Blanks().Replace(line[Prefix.Length..], " ")).ToList();
        Assert.Matches("^-+$", table[0]);
        Assert.Equal("Target Outcome Duration", table[1]);
        Assert.Matches("^-+ -+ -+$", table[2]);
        Assert.Matches(@"^some FAILED! \S+ m?s \d+\.\d%$", table[3]);
        Assert.Matches(@"^ 1 Succeeded \S+ m?s \d+\.\d%$", table[4]);
        Assert.Matches(@"^ 2 FAILED! \S+ m?s \d+\.\d%$", table[5]);
        Assert.Matches("^-+$", table[6]);
    }

    [Fact(Timeout = Timeout)]
    public async Task On_GitHub_each_target_is_a_group()
    {
        var environment = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" };
        var result = await BuiltProgram.DotnetAsync(
            ["exec", BuiltProgram.PathOf("Harness.Standins.Tests.BuildDummy"), "build", "inputs", "-N", "each"], environment: environment);

        var groups = result.Lines.Where(line => line.StartsWith("::", StringComparison.Ordinal));
        Assert.Equal([$"::group::{Prefix}each/one", "::endgroup::", $"::group::{Prefix}each/two", "::endgroup::"], groups);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_group_is_closed_when_its_target_fails()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "failing", "-N", "--github-actions", "plain");

        var groups = result.Lines.Where(line => line.StartsWith("::", StringComparison.Ordinal));
        Assert.Equal([$"::group::{Prefix}plain", "::endgroup::"], groups);
    }

    [Fact(Timeout = Timeout)]
    public async Task In_parallel_there_are_no_groups()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "--github-actions", "-p");

        Assert.DoesNotContain("::", result.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task Verbose_tells_the_host_the_arguments_and_the_way_to_a_target()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "-v", "--gitlab-ci", "pack");

        Assert.Contains($"{Prefix}Host: GitLabCI (forced)", result.Lines);
        Assert.Contains($"{Prefix}Args: -N -v --gitlab-ci pack", result.Lines);
        Assert.Contains($"{Prefix}pack: Walking dependencies (/pack)", result.Lines);
        Assert.Contains($"{Prefix}build: Starting... (/pack/build)", result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task Colours_are_there_for_a_build_server_and_gone_with_NO_COLOR()
    {
        string[] command = ["exec", BuiltProgram.PathOf("Harness.Standins.Tests.BuildDummy"), "build", "usual", "--travis", "build"];
        var colourful = await BuiltProgram.DotnetAsync(command);
        var plain = await BuiltProgram.DotnetAsync(command, environment: new Dictionary<string, string> { ["NO_COLOR"] = "1" });

        Assert.Contains("\e[", colourful.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", plain.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\((<1 ms|[\d.]+ m?s)\)")]
    private static partial Regex Duration();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}

using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class SuiteOverridesTests
{
    [Fact]
    public void The_environment_decides_what_it_names()
    {
        var result = SuiteOverrides.FromEnvironment(new Dictionary<string, string>
        {
            ["HARNESS_RUNS"] = "3",
            ["HARNESS_ALLOW_UNPINNED"] = "1",
            ["HARNESS_ALLOW_OUTSIDE"] = "False",
            ["HARNESS_OUTPUT"] = "x",
        });

        Assert.Empty(result.Diagnostics);
        Assert.Equal(new() { Runs = 3, AllowUnpinned = true, AllowOutside = false }, result.Overrides);
    }

    [Fact]
    public void What_is_not_set_or_empty_is_not_decided()
    {
        var result = SuiteOverrides.FromEnvironment(new Dictionary<string, string> { ["HARNESS_RUNS"] = "", ["HARNESS_ALLOW_OUTSIDE"] = "" });

        Assert.Empty(result.Diagnostics);
        Assert.Equal(new(), result.Overrides);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData(" 2")]
    public void A_bad_number_of_runs_is_named(string value)
    {
        var result = SuiteOverrides.FromEnvironment(new Dictionary<string, string> { ["HARNESS_RUNS"] = value });

        Assert.Null(result.Overrides.Runs);
        Assert.Equal(
            $"HARNESS_RUNS: error HARN1008: The environment variable HARNESS_RUNS must be a whole number from 1 to 100, but is '{value}'.\n"
            + "  Set it to a whole number from 1 to 100, or unset it.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void A_bad_truth_value_is_named()
    {
        var result = SuiteOverrides.FromEnvironment(new Dictionary<string, string> { ["HARNESS_ALLOW_UNPINNED"] = "maybe\n" });

        Assert.Null(result.Overrides.AllowUnpinned);
        Assert.Equal(
            "HARNESS_ALLOW_UNPINNED: error HARN1008: The environment variable HARNESS_ALLOW_UNPINNED must be true or false, but is 'maybe\\n'.\n"
            + "  Set it to true or false, or unset it.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void The_command_line_outranks_the_environment()
    {
        var commandLine = new SuiteOverrides { Runs = 1, AllowUnpinned = false };
        var environment = new SuiteOverrides { Runs = 3, AllowUnpinned = true, AllowOutside = true };

        Assert.Equal(new() { Runs = 1, AllowUnpinned = false, AllowOutside = true }, commandLine.Over(environment));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Runs_that_a_host_passes_are_checked_too(int runs)
    {
        using var folder = new SuiteFolder();

        var result = folder.Read(SuiteFolder.Good, overrides: new() { Runs = runs });

        Assert.Null(result.Suite);
        Assert.Equal(
            $"smoke.yml: error HARN1001: The runs asked for must be a whole number from 1 to 100, but are {runs}.\n"
            + "  Ask for 1 to switch the comparison off, or 2 to compare.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void A_callers_values_stand_in_for_those_of_the_file_and_are_checked_like_them()
    {
        using var folder = new SuiteFolder();
        folder.Write("smoke.yml", SuiteFolder.Good + "runs: 2\n");
        var options = new SuiteReadOptions { WorkingDirectory = folder.Path, Values = new Dictionary<string, string> { ["runs"] = "3", ["user"] = "root" } };

        var suite = SuiteReader.Read("smoke.yml", options).Suite!;
        var wrong = SuiteReader.Read("smoke.yml", options with { Values = new Dictionary<string, string> { ["runs"] = "many" } });

        Assert.Equal((3, "root"), (suite.Runs, suite.User));
        Assert.Equal("smoke.yml(4,1): error HARN1001: 'runs' must be a whole number from 1 to 100, but is 'many'.", SuiteFolder.Show(wrong.Diagnostics).Split('\n')[0]);
    }
}

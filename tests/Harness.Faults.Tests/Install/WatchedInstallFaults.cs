using System.Globalization;
using Harness.Engines.Sandboxes;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Packages;

namespace Harness.Faults.Tests.Install;

/// <summary>What is seen while pip works, and stopped.</summary>
public sealed class WatchedInstallFaults(FaultLab lab)
{
    [Theory(Timeout = FaultLab.Limit)]
    [InlineData("rounds: 5")]
    [InlineData("seconds: 0.5")]
    public async Task A_resolver_that_is_out_of_its_budget(string budget)
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "resolver-backtracking",
            Step = "install",
            Subject = "many",
            Remedy = "many==300.0",
            Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
            Keys = string.Create(CultureInfo.InvariantCulture, $"runs: 1\nlimits: {{resolver: {{{budget}}}}}\n"),
            Requirements = "holder\n",
            Prepare = bench =>
            {
                for (var version = 1; version <= 300; version++)
                    Write(bench, new("many", $"{version}.0") { Requires = [$"pivot=={version}.0"] });
                Write(bench, new("pivot", "0.1"));
                Write(bench, new("holder", "1.0") { Requires = ["pivot==0.1", "many"] });
            },
        });

        Assert.Equal((TerminationReason.Signalled, TerminatedBy.Harness), (result.Runs[0].Attempts[0].Termination!.Reason, result.Runs[0].Attempts[0].Termination!.By));
        Assert.Equal("smoke.yml", result.Causes[0].File); // no line of the requirements names the package
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_build_from_source_that_the_suite_forbids_is_not_waited_for()
    {
        var slow = new SdistFile("slow", "1.0") { OnBuild = "time.sleep(100)" };

        var result = await lab.RunAsync(new()
        {
            Cause = "source-build",
            Step = "install",
            Subject = "slow",
            Remedy = "Add slow to python.only-binary",
            Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
            Keys = "runs: 1\nsource-builds: forbid\n",
            Requirements = "slow==1.0\n",
            Prepare = bench => bench.Write("wheels/" + slow.FileName, slow.Build()),
        });

        Assert.InRange(result.DurationSeconds, 0, 60);
        Assert.Equal(("requirements.txt", 1), (result.Causes[0].File, result.Causes[0].Line));
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_build_from_source_of_which_the_suite_wants_to_be_warned()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "test-failed",
            Step = "test:red",
            Remedy = "red",
            Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
            Keys = "runs: 1\nsource-builds: warn\n",
            Requirements = "quick==1.0\n",
            Prepare = bench => bench.Write("wheels/quick-1.0.tar.gz", new SdistFile("quick", "1.0").Build()),
            Tests = "  - {name: red, run: [python, -c, \"raise SystemExit(1)\"]}",
        });

        var warning = Assert.Single(result.Warnings, warning => warning.Name == "source-build");
        Assert.Equal("quick 1.0 was built from source (quick-1.0.tar.gz).", warning.Summary);
    }

    private static void Write(SuiteBench bench, WheelFile wheel) => bench.Write("wheels/" + wheel.FileName, wheel.Build());
}

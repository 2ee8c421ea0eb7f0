using System.Globalization;
using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Engines.Sandboxes;
using Harness.Faults.Tests.Lab;

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
            Python = InstallInjections.Wheelhouse,
            Keys = string.Create(CultureInfo.InvariantCulture, $"runs: 1\nlimits: {{resolver: {{{budget}}}}}\n"),
            Requirements = "holder\n",
            Packages =
            [
                new WheelFile("pivot", "0.1"), new WheelFile("holder", "1.0") { Requires = ["pivot==0.1", "many"] },
                .. Enumerable.Range(1, 300).Select(number => new WheelFile("many", $"{number}.0") { Requires = [$"pivot=={number}.0"] }),
            ],
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
            Python = InstallInjections.Wheelhouse,
            Keys = "runs: 1\nsource-builds: forbid\n",
            Requirements = "slow==1.0\n",
            Packages = [slow],
        });

        Assert.InRange(result.DurationSeconds, 0, 60);
        Assert.Equal(("requirements.txt", 1), (result.Causes[0].File, result.Causes[0].Line));
    }

    /// <summary>What would let it be built is no help where it must not be.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_build_from_source_that_the_suite_forbids_and_that_lacks_its_backend() => lab.RunAsync(new()
    {
        Cause = "source-build",
        Step = "install",
        Subject = "plain",
        Remedy = "Add plain to python.only-binary",
        Python = InstallInjections.Wheelhouse,
        Keys = "runs: 1\nsource-builds: forbid\n",
        Requirements = "plain==1.0\n",
        Packages = [new SdistFile("plain", "1.0") { BuildRequires = ["setuptools"] }],
    });

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_build_from_source_of_which_the_suite_wants_to_be_warned()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "test-failed",
            Step = "test:red",
            Remedy = "red",
            Python = InstallInjections.Wheelhouse,
            Keys = "runs: 1\nsource-builds: warn\n",
            Requirements = "quick==1.0\n",
            Packages = [new SdistFile("quick", "1.0")],
            Tests = "  - {name: red, run: [python, -c, \"raise SystemExit(1)\"]}",
        });

        var warning = Assert.Single(result.Warnings, warning => warning.Name == "source-build");
        Assert.Equal("quick 1.0 was built from source (quick-1.0.tar.gz).", warning.Summary);
    }
}

using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Evidence;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Tests;

public sealed class DriftFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_has_a_newer_version_the_second_time()
    {
        WheelFile older = new("moving", "1.0"), newer = new("moving", "1.1");
        var asked = 0;
        using var index = await PackageIndex.StartAsync(path => path switch
        {
            "/simple/moving/" => Interlocked.Increment(ref asked) == 1 ? IndexAnswer.Page(older.FileName) : IndexAnswer.Page(older.FileName, newer.FileName),
            _ => IndexAnswer.File((path.Contains("1.1", StringComparison.Ordinal) ? newer : older).Build()),
        });

        var result = await lab.RunAsync(new()
        {
            Cause = "environment-drift",
            Step = null,
            Subject = "moving",
            Remedy = "moving==1.",
            Python = index.Python,
            Keys = index.Environment + "runs: 2\n",
            Requirements = "moving\n",
        });

        Assert.Equal(Verdict.NotReproducible, result.Verdict);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_package_that_asks_for_something_else_the_second_time() => lab.RunAsync(new(TestInjections.EnvironmentDrift));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_source_build_that_gives_other_bytes_each_time() => lab.RunAsync(new(TestInjections.ContentDrift)
    {
        Subject = "lib/python3.11/site-packages/random_build.py",
    });

    /// <summary>Nothing but C and a compiler: what it writes for debuggers names the folder that pip unpacked the source into, another each time.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public async Task Machine_code_that_names_the_folder_it_was_built_in()
    {
        var package = new NativePackage("native", "int answer(void) { return 42; }\n");

        var result = await lab.RunAsync(new()
        {
            Cause = "content-drift",
            Step = null,
            Remedy = "a wheel of native",
            Image = _ => LabEngine.ToolchainImage,
            Keys = "runs: 2\n",
            Python = InstallInjections.Wheelhouse,
            Requirements = $"native=={NativePackage.Version}\n",
            Prepare = package.Write,
        });

        Assert.Matches(@"^lib/python3\.11/site-packages/native\..+\.so$", result.Causes[0].Subject);
        Assert.Equal("native-build", result.Reproducibility.Differences[0].Rule);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_test_that_fails_in_one_of_two_equal_runs()
    {
        var result = await lab.RunAsync(new(TestInjections.OutcomeDrift));

        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Single(result.Causes);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_test_that_passes_the_second_time()
    {
        var result = await lab.RunAsync(new(TestInjections.Flaky));

        Assert.Equal(Verdict.Passed, result.Verdict);
    }
}

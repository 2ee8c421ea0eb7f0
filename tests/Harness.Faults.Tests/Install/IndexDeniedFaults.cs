using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Index;

namespace Harness.Faults.Tests.Install;

public sealed class IndexDeniedFaults(FaultLab lab)
{
    [Theory(Timeout = FaultLab.Limit)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task An_index_that_refuses(int status)
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Error(status));

        await lab.RunAsync(Install(index) with { Requirements = "greeter\n" });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_refuses_a_constrained_package_is_no_conflict()
    {
        using var index = await PackageIndex.StartAsync(_ => IndexAnswer.Error(403));

        await lab.RunAsync(Install(index) with
        {
            Python = index.Python.Replace("{", "{constraints: [constraints.txt], ", StringComparison.Ordinal),
            Requirements = "greeter\n",
            Prepare = bench => bench.Write("constraints.txt", "greeter==1.0\n"),
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_index_that_shows_a_file_and_does_not_give_it()
    {
        var wheel = new WheelFile("greeter", "1.0");
        using var index = await PackageIndex.StartAsync(path => path == "/simple/greeter/" ? IndexAnswer.Page(wheel.FileName) : IndexAnswer.Error(403));

        await lab.RunAsync(Install(index) with { Requirements = "greeter\n" });
    }

    private static Scenario Install(PackageIndex index) => new()
    {
        Cause = "index-denied",
        Step = "install",
        Subject = index.Host,
        Remedy = index.Host,
        Python = index.Python,
        Keys = index.Environment + "runs: 1\n",
    };
}

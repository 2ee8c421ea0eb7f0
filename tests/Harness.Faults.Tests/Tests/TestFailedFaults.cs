using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Tests;

public sealed class TestFailedFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_returns_1() => lab.RunAsync(new()
    {
        Cause = "test-failed", Step = "test:broken", Subject = "broken", Remedy = "stderr.log",
        Tests = Script.Python("broken", "raise SystemExit('no greeting today')"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_returns_137_of_its_own_accord() => lab.RunAsync(new()
    {
        Cause = "test-failed", Step = "test:posing", Subject = "posing", Remedy = "stderr.log",
        Tests = Script.Python("posing", "raise SystemExit(137)"),
    });
}

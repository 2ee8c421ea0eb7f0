using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class CpuThrottledFaults(FaultLab lab)
{
    private const string Keys = "runs: 1\nlimits: {cpus: 0.05}\n";

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_loses_patience_with_its_own_work() => lab.RunAsync(new(ResourceInjections.CpuThrottled));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_runs_out_of_time() => lab.RunAsync(new()
    {
        Cause = "timeout-test",
        Second = "cpu-throttled",
        Step = "test:busy",
        Subject = "busy",
        Remedy = "12s",
        Keys = Keys,
        Tests = TestText.Python("busy", "while True: pass", "timeout: 6s"),
    });
}

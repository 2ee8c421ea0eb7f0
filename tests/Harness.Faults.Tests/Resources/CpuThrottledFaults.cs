using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class CpuThrottledFaults(FaultLab lab)
{
    private const string Keys = "runs: 1\nlimits: {cpus: 0.05}\n";

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_loses_patience_with_its_own_work() => lab.RunAsync(new()
    {
        Cause = "cpu-throttled",
        Step = "test:busy",
        Subject = "busy",
        Remedy = "limits.cpus above 0.05",
        Keys = Keys,
        Tests = Script.Python("busy", "import time\nend = time.process_time() + 0.3\ncount = 0\nwhile time.process_time() < end: count += 1\nraise TimeoutError('the work took too long')"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_runs_out_of_time() => lab.RunAsync(new()
    {
        Cause = "timeout-test",
        Second = "cpu-throttled",
        Step = "test:busy",
        Subject = "busy",
        Remedy = "12s",
        Keys = Keys,
        Tests = Script.Python("busy", "while True: pass", "timeout: 6s"),
    });
}

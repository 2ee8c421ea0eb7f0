using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Endings;

public sealed class TimeoutFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_does_not_end() => lab.RunAsync(new(EndingInjections.TimeoutTest));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_ignores_SIGTERM() => lab.RunAsync(new()
    {
        Cause = "timeout-test",
        Step = "test:deaf",
        Subject = "deaf",
        Remedy = "2s",
        Tests = TestText.Python("deaf", "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)", "timeout: 1s"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_whose_worker_ran_out_of_memory_and_that_waits_for_it() => lab.RunAsync(new()
    {
        Cause = "timeout-test",
        Second = "memory-limit",
        Step = "test:pool",
        Subject = "pool",
        Remedy = "6s",
        Keys = "runs: 1\nlimits: {memory: 96MiB, disk: 32MiB}\n",
        Tests = TestText.Shell("pool", "python3 -c 'x = [bytearray(4 << 20) for _ in range(1000)]'\nsleep 60", "timeout: 3s"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_install_that_does_not_end() => lab.RunAsync(new(EndingInjections.TimeoutInstall));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_suite_that_does_not_end() => lab.RunAsync(new(EndingInjections.TimeoutSuite));
}

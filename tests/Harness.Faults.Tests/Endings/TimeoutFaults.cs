using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Packages;

namespace Harness.Faults.Tests.Endings;

public sealed class TimeoutFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_does_not_end() => lab.RunAsync(new()
    {
        Cause = "timeout-test",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "8s",
        Keys = "runs: 1\ntimeouts: {test: 4s}\n",
        Tests = Waiting.Test,
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_ignores_SIGTERM() => lab.RunAsync(new()
    {
        Cause = "timeout-test",
        Step = "test:deaf",
        Subject = "deaf",
        Remedy = "2s",
        Tests = Script.Python("deaf", "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)", "timeout: 1s"),
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
        Tests = Script.Shell("pool", "python3 -c 'x = [bytearray(4 << 20) for _ in range(1000)]'\nsleep 60", "timeout: 3s"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_install_that_does_not_end() => lab.RunAsync(Endless with
    {
        Cause = "timeout-install",
        Remedy = "20s",
        Keys = "runs: 1\ntimeouts: {install: 10s}\n",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_suite_that_does_not_end() => lab.RunAsync(Endless with
    {
        Cause = "timeout-suite",
        Remedy = "timeouts.suite above 14s",
        Keys = "runs: 1\ntimeouts: {suite: 14s}\n",
    });

    private static readonly Scenario Endless = new()
    {
        Cause = "timeout-install",
        Step = "install",
        Subject = "slow",
        Remedy = "s",
        Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
        Requirements = "slow==1.0\n",
        Prepare = bench => bench.Write("wheels/slow-1.0.tar.gz", new SdistFile("slow", "1.0") { OnMetadata = "time.sleep(60)" }.Build()),
    };
}

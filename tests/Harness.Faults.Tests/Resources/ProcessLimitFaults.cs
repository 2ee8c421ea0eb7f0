using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class ProcessLimitFaults(FaultLab lab)
{
    private static readonly Scenario Limited = new() { Cause = "process-limit", Step = "test:many", Subject = "many", Remedy = "64", Keys = "runs: 1\nlimits: {pids: 32}\n" };

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_starts_too_many_threads() => lab.RunAsync(Limited with
    {
        Tests = TestText.Python("many", "import threading, time\nfor _ in range(100): threading.Thread(target=time.sleep, args=(1,), daemon=True).start()"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_forks_too_often() => lab.RunAsync(new(ResourceInjections.ProcessLimit));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_hides_what_it_could_not_start() => lab.RunAsync(Limited with
    {
        Tests = TestText.Shell("many", "for i in $(seq 100); do sleep 1 & done 2> /dev/null\nexit 1"),
    });
}

using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class MemoryLimitFaults(FaultLab lab)
{
    private const string Keys = "runs: 1\nlimits: {memory: 96MiB, disk: 32MiB}\n";

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_takes_more_than_there_is() => lab.RunAsync(new(ResourceInjections.MemoryLimit));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_grandchild_whose_end_is_passed_on() => lab.RunAsync(new()
    {
        Cause = "memory-limit",
        Step = "test:parent",
        Subject = "parent",
        Remedy = "192MiB",
        Keys = Keys,
        Tests = TestText.Shell("parent", "sh -c 'python3 -c \"x = [bytearray(4 << 20) for _ in range(1000)]\"; exit 3'\nexit $?"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_child_whose_end_the_test_swallows() => lab.RunAsync(new()
    {
        Cause = "memory-limit",
        Step = "test:blind",
        Subject = "blind",
        Remedy = "192MiB",
        Keys = Keys,
        Tests = TestText.Shell("blind", "python3 -c 'x = [bytearray(4 << 20) for _ in range(1000)]' || true\necho all is well"),
    });
}

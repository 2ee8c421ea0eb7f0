using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class MemoryErrorFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task One_allocation_larger_than_anything() => lab.RunAsync(new(ResourceInjections.MemoryError));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_limit_that_the_program_sets_itself() => lab.RunAsync(new()
    {
        Cause = "memory-error",
        Step = "test:modest",
        Subject = "modest",
        Remedy = "RLIMIT_AS",
        Tests = TestText.Python("modest", "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 27, 1 << 27))\nx = []\nwhile True: x.append(bytearray(4 << 20))"),
    });
}

using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class OutputFloodFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task Lines_without_end() => lab.RunAsync(new(ResourceInjections.OutputFlood));

    [Fact(Timeout = FaultLab.Limit)]
    public Task One_line_without_end() => lab.RunAsync(new(ResourceInjections.OutputFlood with { Tests = TestText.Shell("chatty", "cat /dev/zero >&2") }));
}

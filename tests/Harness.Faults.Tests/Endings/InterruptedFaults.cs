using Harness.Doctor.Injecting;
using Harness.Evidence;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Endings;

public sealed class InterruptedFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public async Task The_caller_cancels_during_a_test()
    {
        var result = await lab.RunAsync(new()
        {
            Cause = "interrupted",
            Step = "test:victim",
            Subject = "victim",
            Remedy = "smoke.yml",
            Tests = WaitingTest.Text,
            Inject = async run =>
            {
                await run.PrintedAsync(WaitingTest.Word);
                await run.InterruptAsync();
            },
        });

        Assert.Equal(Verdict.Interrupted, result.Verdict);
    }
}

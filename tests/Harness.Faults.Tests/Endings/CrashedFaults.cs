using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Endings;

public sealed class CrashedFaults(FaultLab lab)
{
    [Theory(Timeout = FaultLab.Limit)]
    [InlineData("SIGSEGV", "segmentation fault")]
    [InlineData("SIGABRT", "abort")]
    [InlineData("SIGILL", "illegal instruction")]
    [InlineData("SIGFPE", "arithmetic error")]
    public async Task A_process_that_dies_of_a_fault_of_its_own(string signal, string meaning)
    {
        var result = await lab.RunAsync(new(EndingInjections.Crash(signal)));

        Assert.Contains(meaning, result.Causes[0].Summary, StringComparison.Ordinal);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_process_whose_child_says_nothing() => lab.RunAsync(new()
    {
        Cause = "crashed",
        Step = "test:mute",
        Subject = "mute",
        Remedy = "SIGSEGV",
        Tests = TestText.Shell("mute", "sh -c 'kill -SEGV $$'\nexit $?"),
    });
}

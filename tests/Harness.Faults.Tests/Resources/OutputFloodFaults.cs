using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class OutputFloodFaults(FaultLab lab)
{
    private static readonly Scenario Flood = new()
    {
        Cause = "output-flood",
        Step = "test:chatty",
        Subject = "chatty",
        Remedy = "1MiB",
        Keys = "runs: 1\nlimits: {output: 64KiB, output-abort: 1MiB}\n",
    };

    [Fact(Timeout = FaultLab.Limit)]
    public Task Lines_without_end() => lab.RunAsync(Flood with { Tests = "- {name: chatty, run: [\"yes\"]}" });

    [Fact(Timeout = FaultLab.Limit)]
    public Task One_line_without_end() => lab.RunAsync(Flood with { Tests = Script.Shell("chatty", "cat /dev/zero >&2") });
}

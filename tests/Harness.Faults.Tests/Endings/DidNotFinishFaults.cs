using Harness.Doctor.Injecting;
using Harness.Evidence;
using Harness.Faults.Tests.Lab;
using Harness.Running;

namespace Harness.Faults.Tests.Endings;

/// <summary>The tool itself is killed: the journal alone must tell how far it came.</summary>
public sealed class DidNotFinishFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_killed_tool_leaves_a_journal_that_explains_it()
    {
        var scenario = new Scenario { Cause = "did-not-finish", Step = "test:victim", Remedy = "container harness-", Tests = WaitingTest.Text };
        using var bench = lab.Prepare(scenario);
        var tool = ToolProcess.In(bench, ToolProcess.Line("run", "--output", "out")).ExecuteAsync(TestContext.Current.CancellationToken);
        await new LiveRun(bench, new()).PrintedAsync(WaitingTest.Word);
        await LabEngine.RunAsync("kill", "-KILL", $"{tool.ProcessId}");
        await tool;

        var again = Reexamination.Of(new ArtifactsFolder(bench.Output).Suite(bench.Suite))!;
        var explained = await ToolProcess.RunAsync(bench, "explain", "out");
        var reaped = await ToolProcess.RunAsync(bench, "reap");

        lab.Judge(scenario, again, bench);
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Passed, Outcome.Lost], again.Runs[0].Attempts[0].Steps.Select(step => step.Outcome));
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("HARN9001: Harness itself ended during test:victim", explained.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(0, reaped.ExitCode);
    }
}

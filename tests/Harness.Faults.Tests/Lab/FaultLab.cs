using System.Text.Json;
using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Faults.Tests.Lab.Record;
using Harness.Running;

namespace Harness.Faults.Tests.Lab;

/// <summary>Makes faults happen on the real engine, and checks the name they are given.</summary>
public sealed class FaultLab : IDisposable
{
    /// <summary>Of one scenario, in milliseconds; far above what any takes.</summary>
    public const int Limit = 120_000;

    private readonly LabRecord record = new();
    private int number;

    /// <summary>Makes the fault happen; its first cause must be the expected one, with step, subject and a remedy that names a value.</summary>
    public async Task<SuiteResult> RunAsync(Scenario scenario)
    {
        using var bench = Prepare(scenario);
        var result = await RunAsync(bench, scenario);
        Judge(scenario, result, bench);
        return result;
    }

    /// <summary>Checks what a fault was called: by the record, by the journal alone, and with any single witness missing.</summary>
    public void Judge(Scenario scenario, SuiteResult result, SuiteBench bench)
    {
        var folder = new ArtifactsFolder(bench.Output).Suite(bench.Suite);
        Check(scenario, result);
        CheckAgain(folder, result);
        WitnessRemoval.Check(folder);
        Note(scenario, result);
    }

    /// <summary>Writes the suite of a scenario, and does not run it.</summary>
    public SuiteBench Prepare(Scenario scenario)
    {
        var bench = new SuiteBench($"fault-{Interlocked.Increment(ref number)}");
        Write(bench, scenario);
        return bench;
    }

    public void Dispose() => record.Update();

    private static void Write(SuiteBench bench, Scenario scenario)
    {
        if (scenario.Requirements is { } requirements)
            bench.Write("requirements.txt", requirements);
        scenario.Prepare?.Invoke(bench);
        var retries = scenario.Keys.Contains("retries:", StringComparison.Ordinal) ? "" : "retries: {attempts: 1}\n"; // the fault is not made twice
        bench.Write("smoke.yml",
            $"schema: 1\nname: {bench.Suite}\nimage: {scenario.Image ?? LabEngine.Image}\npython: {scenario.Python}\n{retries}{scenario.Keys}tests:\n{scenario.Tests}\n");
    }

    /// <summary>Runs a suite that was prepared, and checks nothing.</summary>
    public static async Task<SuiteResult> RunAsync(SuiteBench bench, Scenario scenario)
    {
        var environment = LabEngine.Environment;
        scenario.Environment?.Invoke(environment);
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var live = new LiveRun(bench, interrupt);
        var run = HarnessRun.RunAsync(
            new() { WorkingDirectory = bench.Path, Output = "out", Environment = environment }, live, TimeProvider.System, interrupt.Token);
        if (scenario.Inject is not null)
            await Task.WhenAll(run, scenario.Inject(live));
        return Assert.Single((await run).Results);
    }

    private static void Check(Scenario scenario, SuiteResult result)
    {
        var first = First(result);
        Assert.True(first?.Name == scenario.Cause, $"Expected {scenario.Cause}, got {CauseText.Of(result)}");
        Assert.Equal(scenario.Step, first!.Step);
        if (scenario.Subject is not null)
            Assert.Equal(scenario.Subject, first.Subject);
        Assert.Contains(scenario.Remedy, first.Remedy, StringComparison.Ordinal);
        Assert.True(first.Evidence.Count > 0 || first.Line > 0, "neither evidence nor a line of the user's");
        if (scenario.Second is not null)
            Assert.Contains(result.Causes.Skip(1), other => other.Name == scenario.Second);
    }

    // What passed all the same has its causes among the warnings.
    private static Cause? First(SuiteResult result) => result.Causes.Concat(result.Warnings).FirstOrDefault();

    // Without the engine and without the record, the journal gives the same answer.
    private static void CheckAgain(SuiteFolder folder, SuiteResult result)
    {
        if (Reexamination.Of(folder) is { } again)
            Assert.Equal(Answer(result), Answer(again));
        else
            Assert.Equal(Verdict.Invalid, result.Verdict); // nothing ran, so that there is no journal
    }

    private static string Answer(SuiteResult result) => JsonSerializer.Serialize(
        new SuiteResult { Suite = result.Suite, File = result.File, Verdict = result.Verdict, StartedAt = default, Causes = result.Causes },
        EvidenceJson.Indented.SuiteResult);

    private void Note(Scenario scenario, SuiteResult result)
    {
        var (group, fault) = FaultTests.Current;
        record.Note(new(group, fault, scenario.Cause, First(result)!.Name));
    }
}

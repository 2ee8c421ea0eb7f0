using System.Text.Json;
using Harness.Doctor.Injecting;
using Harness.Evidence;
using Harness.Faults.Tests.Lab.Record;
using Harness.Running;

namespace Harness.Faults.Tests.Lab;

/// <summary>Makes faults happen on the real engine, and checks the name they are given.</summary>
public sealed class FaultLab : IDisposable
{
    /// <summary>Of one scenario, in milliseconds; far above what any takes.</summary>
    public const int Limit = 120_000;

    // Warnings that come of reading the suite and of its image, which the journal does not repeat.
    private static readonly string[] BeforeRuns = ["image-unpinned", "not-acted-on", "requirement-unconstrained", "lock-outdated", "workspace-unwritable", "build-unconstrained", "wheel-missing", "hash-in-constraints", "limit-above-machine"];

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
        ComparisonRemoval.Check(folder, result);
        Note(scenario, result);
    }

    /// <summary>Writes the suite of a scenario, and does not run it.</summary>
    public SuiteBench Prepare(Scenario scenario)
    {
        var bench = new SuiteBench($"fault-{Interlocked.Increment(ref number)}");
        scenario.Write(bench.Path, bench.Suite, LabEngine.Image);
        scenario.Prepare?.Invoke(bench);
        return bench;
    }

    public void Dispose() => record.Update();

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
        var first = Injection.First(result);
        Assert.True(scenario.Misjudged(result) is null, $"{scenario.Misjudged(result)} All: {CauseText.Of(result)}");
        Assert.True(first!.Evidence.Count > 0 || first.Line > 0, "neither evidence nor a line of the user's");
        if (scenario.Second is not null)
            Assert.Contains(result.Causes.Skip(1), other => other.Name == scenario.Second);
    }

    // Without the engine and without the record, the journal gives the same answer.
    private static void CheckAgain(SuiteFolder folder, SuiteResult result)
    {
        if (Reexamination.Of(folder) is { } again)
            Assert.Equal(Answer(result), Answer(again));
        else
            Assert.Equal(Verdict.Invalid, result.Verdict); // nothing ran, so that there is no journal
    }

    private static string Answer(SuiteResult result) => JsonSerializer.Serialize(
        new SuiteResult
        {
            Suite = result.Suite,
            File = result.File,
            Verdict = result.Verdict,
            StartedAt = default,
            Causes = result.Causes,
            Warnings = [.. result.Warnings.Where(warning => !BeforeRuns.Contains(warning.Name))],
        },
        EvidenceJson.Indented.SuiteResult);

    private void Note(Scenario scenario, SuiteResult result)
    {
        var (group, fault) = FaultTests.Current;
        record.Note(new(group, fault, scenario.Cause, Injection.First(result)!.Name));
    }
}

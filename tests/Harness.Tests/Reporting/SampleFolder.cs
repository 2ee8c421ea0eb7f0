using System.Text;
using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting;

/// <summary>An artifacts folder with records and logs.</summary>
public sealed class SampleFolder : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public SampleFolder() => Artifacts = new ArtifactsFolder(scratch.In("smoke"));

    public ArtifactsFolder Artifacts { get; }

    public void Dispose() => scratch.Dispose();

    /// <summary>Writes the records and the logs.</summary>
    public void Record(IReadOnlyList<SuiteResult> results)
    {
        foreach (var result in Fill(results, stderr: "AssertionError\n"))
            ResultFile.Write(Artifacts.Suite(result.Suite).Result, result);
    }

    /// <summary>Writes for every step that ran a log of each stream.</summary>
    /// <returns>The records, with the logs in them.</returns>
    public IReadOnlyList<SuiteResult> Fill(IReadOnlyList<SuiteResult> results, string stdout = "collecting\n", string stderr = "") =>
        [.. results.Select(result => Fill(result, stdout, stderr))];

    /// <summary>The text with the scratch folder's path replaced, so that it can be compared.</summary>
    public string Neutral(string text) => text.Replace(scratch.Path, "/SCRATCH", StringComparison.Ordinal);

    private SuiteResult Fill(SuiteResult result, string stdout, string stderr)
    {
        var folder = Artifacts.Suite(result.Suite);
        folder.Start();
        var filled = result with
        {
            Runs = [.. result.Runs.Select(run => run with
            {
                Attempts = [.. run.Attempts.Select(attempt => attempt with
                {
                    Steps = [.. attempt.Steps.Select((step, index) => Log(folder.Attempt(run.Index, attempt.Index), step, index + 1, stdout, stderr))],
                })],
            })],
        };
        if (result.Reproducibility.Differences.Count > 0)
            AtomicFile.Write(folder.FreezeDiff, "--- run-1/freeze\n");
        return filled;
    }

    private static StepResult Log(AttemptFolder attempt, StepResult step, int number, string stdout, string stderr)
    {
        if (step.Outcome is Outcome.Skipped)
            return step;
        attempt.Create();
        var (output, error) = (attempt.Stdout(number, step.Name), attempt.Stderr(number, step.Name));
        File.WriteAllBytes(output, Encoding.UTF8.GetBytes(stdout));
        File.WriteAllBytes(error, step.Outcome is Outcome.Passed ? [] : Encoding.UTF8.GetBytes(stderr));
        return step with { Stdout = attempt.Suite.Relative(output), Stderr = attempt.Suite.Relative(error) };
    }
}

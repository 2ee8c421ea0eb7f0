using Harness.Running;
using Harness.Suites;

namespace Harness.Evidence;

/// <summary>The steps of an attempt as the journal tells them.</summary>
internal static class JournalSteps
{
    /// <summary>The steps of the suite, in order; what Harness ran beside them is left out.</summary>
    public static IReadOnlyList<StepEvidence> Read(Suite suite, AttemptFolder folder, IReadOnlyList<JournalEntry> entries)
    {
        var steps = new List<StepEvidence>();
        var started = 0;
        (string Name, StepEvidence Step)? running = null;
        foreach (var entry in entries)
        {
            switch (entry)
            {
                case { Kind: JournalKind.StepStarted, Step: { } name }:
                    started++;
                    running = (name, Unfinished(folder, started, name, entry.At));
                    break;
                case { Kind: JournalKind.StepEnded, Result: { } result }:
                    Put(steps, Ended(folder.Suite, result, entry.Around ?? StepSurroundings.Nothing));
                    running = null;
                    break;
                case { Kind: JournalKind.Space, Step: { } measured, Space: { } space }
                    when steps.FindIndex(step => step.Result.Name == measured) is >= 0 and var index:
                    steps[index] = steps[index] with { Space = space };
                    break;
            }
        }

        if (running is { } last)
            Put(steps, last.Step);
        var names = StepPlan.Names(suite);
        return [.. steps.Where(step => names.Contains(step.Result.Name))];
    }

    // The last word on a step counts: one program may be tried after another, and a step may fail for what was found later.
    private static void Put(List<StepEvidence> steps, StepEvidence step)
    {
        if (steps.FindIndex(other => other.Result.Name == step.Result.Name) is >= 0 and var index)
            steps[index] = step;
        else
            steps.Add(step);
    }

    private static StepEvidence Ended(SuiteFolder folder, StepResult result, StepSurroundings around) => new()
    {
        Result = result,
        Around = around,
        StdoutTail = Tail(folder, result.Stdout),
        StderrTail = Tail(folder, result.Stderr),
    };

    private static StepEvidence Unfinished(AttemptFolder folder, int number, string name, DateTimeOffset at)
    {
        var (stdout, stderr) = (folder.Suite.Relative(folder.Stdout(number, name)), folder.Suite.Relative(folder.Stderr(number, name)));
        return new()
        {
            Result = new() { Name = name, Outcome = Outcome.Lost, StartedAt = at, Stdout = stdout, Stderr = stderr },
            StdoutTail = Tail(folder.Suite, stdout),
            StderrTail = Tail(folder.Suite, stderr),
        };
    }

    private static string Tail(SuiteFolder folder, string? log) => folder.Find(log) is { } path ? LogTail.Read(path, LogTail.Bytes) : "";
}

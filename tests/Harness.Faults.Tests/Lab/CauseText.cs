using Harness.Evidence;

namespace Harness.Faults.Tests.Lab;

/// <summary>What a run came to, for the message of a test that failed.</summary>
internal static class CauseText
{
    public static string Of(SuiteResult result)
    {
        var lines = result.Causes.SelectMany(cause => new[] { $"{cause.Name} ({cause.Confidence}) {cause.Step} {cause.Subject}: {cause.Summary}", $"  remedy: {cause.Remedy}" }
            .Concat(cause.Evidence.Select(line => $"  for: {line.Source}: {line.Text}"))
            .Concat(cause.Contradictions.Select(line => $"  against: {line.Source}: {line.Text}")));
        var steps = result.Runs.SelectMany(run => run.Attempts).SelectMany(attempt => attempt.Steps)
            .Select(step => $"  {step.Name} {step.Outcome} {step.ExitCode} {step.Termination}");
        return $"{result.Verdict}\n{string.Join('\n', lines.Concat(steps))}";
    }
}

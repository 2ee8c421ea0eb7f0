using System.Globalization;
using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting.JUnit;

/// <summary>Facts as properties. What was not measured is left out.</summary>
internal static class JUnitProperties
{
    private const int MostEvidence = 10;

    public static IReadOnlyList<(string Name, string Value)> OfSuite(SuiteResult result) =>
    [
        ("verdict", KebabCase.Of(result.Verdict)),
        .. Fact("image", result.Image?.Reference),
        .. Fact("image.digest", result.Image?.Digest),
        .. Fact("image.platform", result.Image?.Platform),
        .. Fact("engine", result.Engine?.Kind),
        .. Fact("engine.version", result.Engine?.Version),
        .. Fact("engine.cgroup", result.Engine?.Cgroup),
        .. result.Warnings.Take(MostEvidence).Select((warning, index) => ($"warning.{index + 1}", Wording.Headline(warning))),
    ];

    public static IReadOnlyList<(string Name, string Value)> OfRun(SuiteResult result, Run run) =>
    [
        .. OfSuite(result),
        ("outcome", KebabCase.Of(run.Outcome)),
        ("attempts", Number(run.Attempts.Count)),
        .. Fact("varied", run.Varied is { Count: > 0 } varied ? string.Join(' ', varied) : null),
        .. Fact("container", run.Attempts is [.., { Container: { } container }] ? container : null),
        .. OfUse(run.Attempts is [.., { Resources: { } use }] ? use : null),
    ];

    public static IReadOnlyList<(string Name, string Value)> OfStep(Run run, StepResult step, Cause? cause) =>
    [
        .. run.Attempts.Count < 2 ? [] : run.Attempts.Select(attempt => ($"attempt.{attempt.Index}", AttemptOf(attempt, step.Name))),
        .. Fact("exit-code", Number(step.ExitCode)),
        .. Fact("signal", Number(step.Signal)),
        .. OfUse(step.Resources),
        .. Fact("truncated-bytes", step.TruncatedBytes == 0 ? null : Number(step.TruncatedBytes)),
        .. cause is null ? [] : OfCause(cause),
    ];

    private static IEnumerable<(string Name, string Value)> OfCause(Cause cause) =>
    [
        ("cause", cause.Name),
        ("cause.code", cause.Code),
        ("cause.confidence", cause.Confidence.ToString("0.##", CultureInfo.InvariantCulture)),
        .. Fact("cause.subject", cause.Subject),
        .. Fact("cause.environment", cause.Environment),
        .. cause.Evidence.Take(MostEvidence).Select((line, index) => ($"evidence.{index + 1}", $"{line.Source}: {line.Text}")),
        ("remedy", cause.Remedy),
    ];

    private static IEnumerable<(string Name, string Value)> OfUse(ResourceUse? use) => use is null ? [] :
    [
        .. Fact("memory.peak-bytes", Number(use.PeakMemoryBytes)),
        .. Fact("memory.limit-bytes", Number(use.MemoryLimitBytes)),
        .. Fact("memory.oom-kills", Number(use.OomKills)),
        .. Fact("cpu.seconds", use.CpuSeconds?.ToString("0.###", CultureInfo.InvariantCulture)),
        .. Fact("disk.used-bytes", Number(use.DiskUsedBytes)),
        .. Fact("disk.inodes", Number(use.InodesUsed)),
        .. Fact("pids.peak", Number(use.PidsPeak)),
    ];

    private static string AttemptOf(Attempt attempt, string step) =>
        KebabCase.Of(attempt.Steps.FirstOrDefault(other => other.Name == step)?.Outcome ?? attempt.Outcome);

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Value)> Fact(string name, string? value) => value is null ? [] : [(name, value)];
}

using Harness.Evidence;

namespace Harness.History;

/// <summary>The part of <c>result.json</c> that a history needs; the rest of it is passed over unread.</summary>
internal sealed record RecordShape(
    string? Suite,
    Verdict? Verdict,
    DateTimeOffset StartedAt,
    double DurationSeconds,
    RecordShape.ImagePart? Image,
    RecordShape.EnginePart? Engine,
    RecordShape.EnvironmentPart? Environment,
    IReadOnlyList<RecordShape.RunPart>? Runs,
    IReadOnlyList<RecordShape.CausePart>? Causes,
    RecordShape.ComparisonPart? Reproducibility,
    Statistics? Statistics)
{
    internal sealed record ImagePart(string? Reference, string? Digest);

    internal sealed record EnginePart(string? Kind, string? Version, string? Kernel);

    internal sealed record EnvironmentPart(string? Python, string? Pip, IReadOnlyList<PackagePart>? Packages);

    internal sealed record PackagePart(string? Name, string? Version);

    internal sealed record RunPart(IReadOnlyList<string>? Varied, IReadOnlyList<AttemptPart>? Attempts);

    internal sealed record AttemptPart(IReadOnlyList<StepPart>? Steps, ResourcesPart? Resources);

    internal sealed record StepPart(string? Name, Outcome Outcome);

    internal sealed record ResourcesPart(long? PeakMemoryBytes);

    internal sealed record CausePart(string? Name);

    internal sealed record ComparisonPart(IReadOnlyList<DifferencePart>? Differences);

    internal sealed record DifferencePart(string? Kind, string? Subject, bool Benign);
}

namespace Harness.Suites;

/// <summary>What a caller decides instead of the suite file; null: not decided.</summary>
public sealed record SuiteOverrides
{
    /// <summary>Instead of <c>runs</c>.</summary>
    public int? Runs { get; init; }

    /// <summary>Whether an image without digest is accepted, with a warning.</summary>
    public bool? AllowUnpinned { get; init; }

    /// <summary>Whether paths may leave the suite's folder.</summary>
    public bool? AllowOutside { get; init; }

    /// <summary>Whether the files that an earlier pin wrote are left out, so that everything is resolved anew.</summary>
    public bool? Upgrade { get; init; }

    /// <summary>Instead of <c>limits.memory</c>, in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Instead of <c>limits.cpus</c>.</summary>
    public double? Cpus { get; init; }

    /// <summary>
    /// Reads <c>HARNESS_RUNS</c>, <c>HARNESS_ALLOW_UNPINNED</c> and <c>HARNESS_ALLOW_OUTSIDE</c>; empty counts as not set.
    /// </summary>
    public static SuiteOverridesResult FromEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        var decisions = new EnvironmentDecisions(environment);
        return new(
            new()
            {
                Runs = decisions.Number("HARNESS_RUNS", Suite.MaxRuns),
                AllowUnpinned = decisions.Flag("HARNESS_ALLOW_UNPINNED"),
                AllowOutside = decisions.Flag("HARNESS_ALLOW_OUTSIDE"),
            },
            decisions.Diagnostics);
    }

    /// <summary>These, and where they decide nothing, <paramref name="weaker"/>.</summary>
    public SuiteOverrides Over(SuiteOverrides weaker) => new()
    {
        Runs = Runs ?? weaker.Runs,
        AllowUnpinned = AllowUnpinned ?? weaker.AllowUnpinned,
        AllowOutside = AllowOutside ?? weaker.AllowOutside,
        Upgrade = Upgrade ?? weaker.Upgrade,
        MemoryBytes = MemoryBytes ?? weaker.MemoryBytes,
        Cpus = Cpus ?? weaker.Cpus,
    };
}

namespace Harness.Benchmarks.Groups;

/// <summary>The groups, by the names that select them.</summary>
internal static class BenchGroups
{
    public static IReadOnlyDictionary<string, Func<Surroundings, BenchOptions, IBenchGroup>> All { get; } =
        new Dictionary<string, Func<Surroundings, BenchOptions, IBenchGroup>>(StringComparer.Ordinal)
        {
            ["run"] = (surroundings, options) => new RunGroup(surroundings, options),
            ["engine"] = (surroundings, options) => new EngineGroup(surroundings, options),
            ["build"] = (surroundings, options) => new BuildGroup(surroundings, options),
            ["cli"] = (surroundings, options) => new CliGroup(surroundings, options),
            ["diagnosis"] = (surroundings, options) => new DiagnosisGroup(surroundings, options),
            ["history"] = (surroundings, options) => new HistoryGroup(surroundings, options),
        };
}

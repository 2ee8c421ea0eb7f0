using System.Globalization;
using Harness.Diagnosis;
using Harness.Engines;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Says which limits the engine's machine cannot give: they will not be what ends a step that takes too much.</summary>
internal static class LimitsAboveMachine
{
    /// <summary>A warning for each.</summary>
    public static IEnumerable<Cause> Of(Suite suite, EngineInfo engine)
    {
        if (engine.MemoryBytes is { } memory && suite.Limits.MemoryBytes > memory)
            yield return Above("memory", ByteSize.Format(suite.Limits.MemoryBytes), ByteSize.Format(memory), ByteSize.Readable(memory));
        if (engine.CpuCount is { } count && suite.Limits.Cpus > count)
            yield return Above("cpus", Number(suite.Limits.Cpus.Value), Number(count), Number(count));

        // A key's value is shown as it can be written.
        Cause Above(string limit, string asked, string most, string there) => CauseBuilder.Create("limit-above-machine", Confidence.Own,
            $"limits.{limit} is {asked}, but the engine's machine has {there}.",
            $"Write limits.{limit} of at most {most}, or use a larger machine.")
            .Because("engine", $"{limit}: {there}")
            .At(suite.Positions.GetValueOrDefault($"limits.{limit}") ?? new(suite.DisplayFile));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

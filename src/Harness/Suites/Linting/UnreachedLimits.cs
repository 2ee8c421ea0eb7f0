namespace Harness.Suites.Linting;

/// <summary>Finds limits that were written and are never reached, because another one ends things before.</summary>
internal static class UnreachedLimits
{
    public static IEnumerable<SuiteDiagnostic> Check(Suite suite) => Found(suite)
        .Where(found => found.IsUnreached && suite.Positions.ContainsKey(found.Key))
        .Select(found => SuiteLinter.Warning("not-acted-on", suite.Positions[found.Key], $"{found.Key} is {found.Value}, {found.Reason}.", found.Remedy));

    private static IEnumerable<Limit> Found(Suite suite)
    {
        var (limits, timeouts) = (suite.Limits, suite.Timeouts);
        var (memory, abort, whole) = (ByteSize.Format(limits.MemoryBytes), ByteSize.Format(limits.OutputAbortBytes), DurationText.Format(timeouts.Suite));
        yield return new("limits.disk", limits.DiskBytes > limits.MemoryBytes, ByteSize.Format(limits.DiskBytes),
            $"but files in /tmp count as memory, and limits.memory is {memory}", "Raise limits.memory, or lower limits.disk.");
        yield return new("limits.output", limits.OutputBytes > limits.OutputAbortBytes, ByteSize.Format(limits.OutputBytes),
            $"but limits.output-abort stops a step at {abort}", "Raise limits.output-abort, or lower limits.output.");
        foreach (var (key, deadline) in new[] { ("install", timeouts.Install), ("test", timeouts.Test) })
        {
            yield return new($"timeouts.{key}", deadline > timeouts.Suite, DurationText.Format(deadline),
                $"but timeouts.suite ends everything after {whole}", $"Raise timeouts.suite, or lower timeouts.{key}.");
        }
    }

    private sealed record Limit(string Key, bool IsUnreached, string Value, string Reason, string Remedy);
}

namespace Harness.Evidence;

/// <summary>A line of <c>resources.jsonl</c>, as far as it is drawn.</summary>
/// <param name="At">When it was read, UTC.</param>
/// <param name="MemoryBytes">Memory in use, page cache included.</param>
/// <param name="OomKills">Processes killed by an OOM killer until then.</param>
public sealed record ResourceSample(DateTimeOffset At, long MemoryBytes, long? OomKills);

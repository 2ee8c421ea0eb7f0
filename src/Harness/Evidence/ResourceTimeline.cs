using System.Text.Json;

namespace Harness.Evidence;

/// <summary>Reads <c>resources.jsonl</c>.</summary>
public static class ResourceTimeline
{
    /// <summary>The samples, in order of time. A line that is torn or damaged is passed over: the others still tell.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Most samples; of each stretch the one with the most memory is kept.</param>
    public static IReadOnlyList<ResourceSample> Read(string path, int most = 300)
    {
        var samples = File.ReadLines(path).Select(Parse).OfType<ResourceSample>().OrderBy(sample => sample.At).ToList();
        return samples.Count <= most
            ? samples
            : [.. samples.Chunk((samples.Count + most - 1) / most).Select(chunk => chunk.MaxBy(sample => sample.MemoryBytes)! with { OomKills = chunk[^1].OomKills })];
    }

    private static ResourceSample? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var time)
                && Number(root, "memoryBytes") is { } memory
                ? new(time, memory, Number(root, "oomKills"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}

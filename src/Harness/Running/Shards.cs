using System.Text.Json;

namespace Harness.Running;

/// <summary>Spreads suites over the jobs of a matrix.</summary>
public static class Shards
{
    /// <summary>Deals the suites out in turn, so that neighbours, which tend to be alike, go to different shards; none is empty.</summary>
    /// <param name="suites">The suites.</param>
    /// <param name="count">Most shards.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Deal(IReadOnlyList<string> suites, int count) =>
        [.. suites.Index().GroupBy(suite => suite.Index % count, suite => suite.Item).Select(shard => shard.ToArray())];

    /// <summary>
    /// The shards as the matrix of a GitHub job, in one line: <c>{"include":[{"shard":1,"shards":2,"suites":"a.yml\nb.yml"},…]}</c>.
    /// </summary>
    public static string Matrix(IReadOnlyList<IReadOnlyList<string>> shards)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("include");
            foreach (var (index, suites) in shards.Index())
            {
                json.WriteStartObject();
                json.WriteNumber("shard", index + 1);
                json.WriteNumber("shards", shards.Count);
                json.WriteString("suites", string.Join('\n', suites));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}

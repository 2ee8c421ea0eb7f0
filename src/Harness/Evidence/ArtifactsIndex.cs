using System.Text.Json;

namespace Harness.Evidence;

/// <summary>Which suites an artifacts folder holds, as it stands in <c>index.json</c> (schema 1).</summary>
public sealed record ArtifactsIndex
{
    /// <summary>Version of this record's shape.</summary>
    public int Schema { get; init => field = value is 0 ? 1 : value; } = 1;

    /// <summary>The gravest verdict; null when there are no suites.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>When the invocation started, UTC; null where several were joined.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long the invocation took, by the clock on the wall; null until it has ended, and where several were joined.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>True of a trial, such as one of <c>harness size</c>: not a record of how the suites fare; else null.</summary>
    public bool? Trial { get; init; }

    /// <summary>The suites, in the order of the invocation.</summary>
    public IReadOnlyList<IndexedSuite> Suites { get; init => field = value ?? []; } = [];

    /// <summary>Replaces <c>index.json</c> in one step.</summary>
    public void Write(string path) => AtomicFile.Write(path, stream =>
    {
        JsonSerializer.Serialize(stream, this, EvidenceJson.Indented.ArtifactsIndex);
        stream.WriteByte((byte)'\n');
    });

    /// <summary>Reads <c>index.json</c>.</summary>
    /// <returns>Null where it is missing or no index: everything in it can be found again in the suites' own records.</returns>
    public static ArtifactsIndex? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), EvidenceJson.Indented.ArtifactsIndex) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

namespace Harness.Engines;

/// <summary>A container in a listing.</summary>
/// <param name="Id">Full id.</param>
/// <param name="Name">Name without leading slash.</param>
/// <param name="Status">As in <see cref="ContainerState.Status"/>.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Labels">All its labels.</param>
public sealed record ContainerSummary(
    string Id,
    string Name,
    string Status,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Labels);

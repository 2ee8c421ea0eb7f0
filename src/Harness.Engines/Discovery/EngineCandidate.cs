namespace Harness.Engines.Discovery;

/// <summary>A place where an engine may be.</summary>
/// <param name="Source">Who names it: <c>DOCKER_HOST</c>, <c>docker context 'NAME'</c>, <c>CONTAINER_HOST</c>, <c>default socket</c>, <c>command</c>.</param>
/// <param name="Address">What is named there, without credentials.</param>
/// <param name="Endpoint">The address to dial; null when it cannot be used.</param>
/// <param name="Unusable">Why it cannot be used; null when it can.</param>
/// <param name="IsConfigured">Whether somebody asked for this one, so that there should be an engine.</param>
public sealed record EngineCandidate(string Source, string Address, Uri? Endpoint, string? Unusable, bool IsConfigured)
{
    /// <summary>The command to go through instead of dialling; null: none.</summary>
    public string? Command { get; init; }

    /// <summary>How the connection is secured; null: not at all.</summary>
    public TlsFiles? Tls { get; init; }
}

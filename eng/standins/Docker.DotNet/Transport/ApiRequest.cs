#nullable enable
using System.Net;

namespace Docker.DotNet.Transport;

/// <summary>One call of the engine's API; <paramref name="Path"/> without the leading slash and the version.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public QueryString? Query { get; init; }

    public HttpContent? Body { get; init; }

    public IEnumerable<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What 404 means here; by default nothing in particular.</summary>
    public Func<HttpStatusCode, string, DockerApiException>? NotFound { get; init; }

    /// <summary>For what may rightly take for ever: only the caller's token ends it.</summary>
    public bool Unlimited { get; init; }
}

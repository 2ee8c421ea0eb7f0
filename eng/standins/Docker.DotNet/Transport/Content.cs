#nullable enable
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Docker.DotNet.Transport;

/// <summary>Request bodies, and names as parts of a path.</summary>
internal static class Content
{
    /// <summary>Serialised at once: with its length known, it leaves in one piece.</summary>
    public static HttpContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };

    public static HttpContent Tar(Stream archive) =>
        new StreamContent(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") } };

    /// <summary>A name or id as it stands in a path. Image names keep their slashes: routes expect them so.</summary>
    public static string Segment(string name, string parameter)
    {
        if (string.IsNullOrEmpty(name))
            throw new ArgumentNullException(parameter);

        return Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);
    }
}

#nullable enable
namespace Docker.DotNet.Transport;

/// <summary>
/// Rides on a request that wants its connection for itself, and brings back the connection it got:
/// the response alone offers no way to end only one direction of it.
/// </summary>
internal sealed class HijackSlot
{
    public static readonly HttpRequestOptionsKey<HijackSlot> Key = new("Docker.DotNet.Hijack");

    public Stream? Connection { get; set; }
}

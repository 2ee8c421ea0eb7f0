using System.Net.Sockets;

namespace Harness.Build.Engines;

/// <summary>Asks whether an engine answers at an address.</summary>
internal static class EngineSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>What answered, or null when nothing did.</returns>
    /// <exception cref="BuildFailedException">The address is of a kind that cannot be asked.</exception>
    public static async Task<EngineKind?> PingAsync(string host)
    {
        var address = new Uri(host);

        using var handler = address.Scheme switch
        {
            "unix" => new SocketsHttpHandler { ConnectCallback = (_, token) => ConnectAsync(address.LocalPath, token) },
            "tcp" or "http" => new SocketsHttpHandler(),
            _ => throw new BuildFailedException($"DOCKER_HOST is {host}: the build understands unix:// and tcp:// addresses."),
        };

        using var client = new HttpClient(handler) { Timeout = Patience };
        var authority = address.Scheme == "unix" ? "engine" : address.Authority;

        try
        {
            using var answer = await client.GetAsync(new Uri($"http://{authority}/_ping"));

            return !answer.IsSuccessStatusCode ? null
                : answer.Headers.Contains("Libpod-API-Version") ? EngineKind.Podman
                : EngineKind.Docker;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            // Nobody there, or nobody who answers in time: the caller looks further.
            return null;
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Docker.DotNet;

namespace Harness.Engines.Tests.Support;

/// <summary>Listens on the address that this machine has on the engine's default network, and counts who comes.</summary>
internal sealed class BridgeListener : IDisposable
{
    private readonly TcpListener _listener;
    private int _visits;

    private BridgeListener(IPAddress address)
    {
        _listener = new TcpListener(address, 0);
        _listener.Start();
        _ = ServeAsync();
    }

    public int Visits => Volatile.Read(ref _visits);

    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    public static async Task<BridgeListener> StartAsync()
    {
        using var configuration = new DockerClientConfiguration(new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST")!));
        using var client = configuration.CreateClient();
        var bridge = await client.Networks.InspectNetworkAsync("bridge", CancellationToken.None);
        return new BridgeListener(IPAddress.Parse(bridge.IPAM.Config[0].Gateway));
    }

    /// <summary>A Python program that says whether it got through.</summary>
    public string Probe(double seconds = 2) =>
        "import socket\ntry:\n"
        + $"  socket.create_connection(('{Endpoint.Address}', {Endpoint.Port}), {seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}).close(); print('through')\n"
        + "except OSError: print('nothing')";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var visitor = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _visits);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return; // Closed.
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

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
        _ = Task.Run(ServeAsync); // away from the few threads that tests share
    }

    public int Visits => Volatile.Read(ref _visits);

    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Asks a container on the network for its way out, whose other end is this machine.</summary>
    public static async Task<BridgeListener> StartAsync(SandboxBed bed)
    {
        var result = await bed.RunAsync(bed.Python(
            "import socket; [print(socket.inet_ntoa(bytes.fromhex(line.split()[2])[::-1]))"
            + " for line in open('/proc/net/route') if line.split()[1] == '00000000']"));
        var gateway = IPAddress.Parse(Bytes.Read(result.StandardOutput.Path).Trim());
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Any(address => address.Address.Equals(gateway));
        Assert.SkipUnless(own, $"{gateway}, the container's way out, is no address of this machine");
        return new BridgeListener(gateway);
    }

    /// <summary>A Python program that says whether it got through.</summary>
    public string Probe(double seconds = 2) =>
        "import socket\ntry:\n"
        + $"  socket.create_connection(('{Endpoint.Address}', {Endpoint.Port}), {seconds.ToString(CultureInfo.InvariantCulture)}).close(); print('through')\n"
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

using System.Net;
using System.Net.Sockets;

namespace Harness.Build.Engines;

/// <summary>Picks a port of the loopback, below the range that outgoing connections use.</summary>
internal static class FreePort
{
    private const int First = 20000;
    private const int Count = 10000;

    public static int Choose(int seed) => Choose(seed, IsFree);

    /// <summary>The first free port from where <paramref name="seed"/> points, so that one clone tends to keep its own.</summary>
    public static int Choose(int seed, Func<int, bool> isFree)
    {
        var candidates = Enumerable.Range(0, Count).Select(step => First + ((seed + step) % Count));

        return candidates.Cast<int?>().FirstOrDefault(port => isFree(port!.Value))
            ?? throw new BuildFailedException($"None of the ports {First} to {First + Count - 1} is free on the loopback.");
    }

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);

        try
        {
            listener.Start();

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace Harness.Faults.Tests.Lab.Index;

/// <summary>Somebody who listens on the engine's bridge and takes no connection, with a queue that is full: the kernel drops whoever comes next.</summary>
public sealed class CrowdedListener : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> waiting = [];

    private CrowdedListener(IPAddress address)
    {
        listener.Bind(new IPEndPoint(address, 0));
        listener.Listen(0);
        Host = listener.LocalEndPoint!.ToString()!;
    }

    /// <summary>Address and port.</summary>
    public string Host { get; }

    /// <summary>Starts one and fills its queue.</summary>
    public static async Task<CrowdedListener> StartAsync()
    {
        var crowded = new CrowdedListener(await PackageIndex.GatewayAsync());
        while (await crowded.TryQueueAsync())
        {
        }

        return crowded;
    }

    public void Dispose()
    {
        waiting.ForEach(socket => socket.Dispose());
        listener.Dispose();
    }

    private async Task<bool> TryQueueAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        waiting.Add(socket);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        try
        {
            await socket.ConnectAsync(listener.LocalEndPoint!, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false; // dropped: it is full
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Harness.Tests.Running.Breaking;

/// <summary>A registry on the loopback that answers every request for an image with 503, and remembers which images were asked for.</summary>
internal sealed class DeadRegistry : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, int> asked = new();

    public DeadRegistry()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add($"http://{Address}/");
        listener.Start();
        _ = Task.Run(AnswerAsync); // away from the few threads that tests share
    }

    public string Address { get; }

    /// <summary>The repositories that an engine asked for.</summary>
    public IReadOnlyCollection<string> Asked => [.. asked.Keys];

    /// <summary>How often one was asked for.</summary>
    public int Times(string repository) => asked.GetValueOrDefault(repository);

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath;
            if (path.Split('/') is ["", "v2", var repository, "manifests", ..])
                asked.AddOrUpdate(repository, 1, (_, count) => count + 1);
            context.Response.StatusCode = path == "/v2/" ? 200 : 503;
            context.Response.Close();
        }
    }
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Docker.DotNet;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>An engine that does as a test tells it, at a socket file of its own or, secured, at a port of its own.</summary>
public sealed class FakeEngine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-engine-");
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<Task> _serving = [];
    private readonly Socket _listener;
    private readonly SslServerAuthenticationOptions? _security;
    private readonly Task _accepting;

    private FakeEngine(Func<FakeConnection, CancellationToken, Task> serve, SslServerAuthenticationOptions? security = null)
    {
        _security = security;
        if (security is null)
        {
            var path = Path.Combine(_folder.FullName, "engine.sock");
            _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            _listener.Bind(new UnixDomainSocketEndPoint(path));
            Endpoint = new Uri($"unix://{path}");
        }
        else
        {
            _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Endpoint = new Uri($"tcp://{_listener.LocalEndPoint}");
        }

        _listener.Listen();
        _accepting = AcceptAsync(serve);
    }

    public Uri Endpoint { get; }

    /// <summary>How many connections were made.</summary>
    public int Connections => _serving.Count;

    public static FakeEngine Serving(
        Func<FakeConnection, CancellationToken, Task> serve, SslServerAuthenticationOptions? security = null) => new(serve, security);

    /// <summary>Answers every request in the same way.</summary>
    public static FakeEngine Answering(string status, string json, Action<FakeRequest>? look = null) => Serving(
        async (connection, cancellation) =>
        {
            while (await connection.ReadAsync(cancellation) is { } request)
            {
                look?.Invoke(request);
                await connection.AnswerAsync(status, json, cancellation);
            }
        });

    /// <summary>Takes requests and never answers.</summary>
    public static FakeEngine Silent() => Serving((connection, cancellation) => connection.Stream.CopyToAsync(Stream.Null, cancellation));

    /// <summary>Hands the connection over at the first request, then does as told.</summary>
    public static FakeEngine Hijacked(Func<FakeConnection, CancellationToken, Task> serve) => Serving(
        async (connection, cancellation) =>
        {
            var request = await connection.ReadAsync(cancellation);
            await connection.HijackAsync(request!, cancellation);
            await serve(connection, cancellation);
        });

    public DockerClient CreateClient(
        TimeSpan timeout = default,
        IReadOnlyDictionary<string, string>? headers = null,
        Version? version = null,
        Credentials? credentials = null) =>
        new DockerClientConfiguration(Endpoint, credentials, timeout, defaultHttpRequestHeaders: headers).CreateClient(version);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _folder.Delete(recursive: true);
        try
        {
            await Task.WhenAll(_serving);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or AuthenticationException)
        {
            // A client that hangs up in the middle is part of many a test.
        }

        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<FakeConnection, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
                _serving.Add(ServeAsync(await _listener.AcceptAsync(_stop.Token), serve));
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task ServeAsync(Socket socket, Func<FakeConnection, CancellationToken, Task> serve)
    {
        await using var plain = new NetworkStream(socket, ownsSocket: true);
        if (_security is null)
        {
            await serve(new FakeConnection(plain), _stop.Token);
            return;
        }

        await using var secured = new SslStream(plain);
        await secured.AuthenticateAsServerAsync(_security, _stop.Token);
        await serve(new FakeConnection(secured), _stop.Token);
    }
}

using System.Net.Sockets;
using System.Text;
using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class EngineSocketTests
{
    [Theory(Timeout = 30_000)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", EngineKind.Docker)]
    [InlineData("HTTP/1.1 200 OK\r\nLibpod-API-Version: 4.3.1\r\nContent-Length: 2\r\n\r\nOK", EngineKind.Podman)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", null)]
    internal async Task The_answer_tells_what_listens(string response, EngineKind? expected)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "engine.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var answering = AnswerAsync(listener, response, TestContext.Current.CancellationToken);

        var kind = await EngineSocket.PingAsync($"unix://{path}");

        Assert.Equal(expected, kind);
        await answering;
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_answers_where_there_is_no_socket()
    {
        Assert.Null(await EngineSocket.PingAsync("unix:///nowhere/engine.sock"));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_address_that_cannot_be_asked_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<BuildFailedException>(() => EngineSocket.PingAsync("ssh://ada@elsewhere"));

        Assert.Equal("DOCKER_HOST is ssh://ada@elsewhere: the build understands unix:// and tcp:// addresses.", failure.Message);
    }

    private static async Task AnswerAsync(Socket listener, string response, CancellationToken cancellationToken)
    {
        using var connection = await listener.AcceptAsync(cancellationToken);
        await connection.ReceiveAsync(new byte[4096], cancellationToken);
        await connection.SendAsync(Encoding.ASCII.GetBytes(response), cancellationToken);
    }
}

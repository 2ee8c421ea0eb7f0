using System.Globalization;
using System.Text;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>The engine's end of one connection.</summary>
public sealed class FakeConnection(Stream stream)
{
    public Stream Stream { get; } = stream;

    /// <summary>The next request, or null once the client has hung up.</summary>
    public async Task<FakeRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await Stream.ReadAsync(one, cancellationToken) == 0)
                return null;

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var words = lines[0].Split(' ');
        var headers = lines.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await Stream.ReadExactlyAsync(body, cancellationToken);
        return new FakeRequest(words[0], words[1], headers, Encoding.UTF8.GetString(body));
    }

    public ValueTask SendAsync(string text, CancellationToken cancellationToken) =>
        SendAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    public ValueTask SendAsync(byte[] bytes, CancellationToken cancellationToken) => Stream.WriteAsync(bytes, cancellationToken);

    public ValueTask AnswerAsync(string status, string json, CancellationToken cancellationToken) => SendAsync(
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}",
        cancellationToken);

    /// <summary>Begins an answer whose end is not known yet.</summary>
    public ValueTask BeginAsync(CancellationToken cancellationToken) =>
        SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", cancellationToken);

    public ValueTask ChunkAsync(string text, CancellationToken cancellationToken) =>
        SendAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n", cancellationToken);

    /// <summary>Leaves HTTP in the way the request asked for; what is given goes out together with the answer.</summary>
    public ValueTask HijackAsync(FakeRequest request, CancellationToken cancellationToken, params byte[] first)
    {
        var (status, extra) = request["Upgrade"] == "tcp" ? ("101 UPGRADED", "Connection: Upgrade\r\nUpgrade: tcp\r\n") : ("200 OK", "");
        var head = $"HTTP/1.1 {status}\r\nContent-Type: application/vnd.docker.raw-stream\r\n{extra}\r\n";
        return SendAsync([.. Encoding.ASCII.GetBytes(head), .. first], cancellationToken);
    }
}

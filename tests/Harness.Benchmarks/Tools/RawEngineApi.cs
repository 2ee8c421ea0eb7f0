using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Harness.Benchmarks.Tools;

/// <summary>The Engine API with nothing in between: the requests that have to be made, over the engine's socket.</summary>
internal sealed class RawEngineApi : IDisposable
{
    private readonly HttpClient _http;

    public RawEngineApi(Uri engine) => _http = new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(engine.LocalPath), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new("http://localhost/v1.41/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Create, start, look once.</summary>
    public async Task<string> StartAsync(string image, CancellationToken cancellationToken)
    {
        var created = await PostAsync("containers/create", Hardening.Body(image), cancellationToken);
        var id = created.GetProperty("Id").GetString()!;
        using var started = await _http.PostAsync(new Uri($"containers/{id}/start", UriKind.Relative), null, cancellationToken);
        started.EnsureSuccessStatusCode();
        var state = await GetAsync($"containers/{id}/json", cancellationToken);
        if (!state.GetProperty("State").GetProperty("Running").GetBoolean())
            throw new InvalidOperationException("The container did not stay.");
        return id;
    }

    /// <summary>Exec, its output to the end, its exit code.</summary>
    public async Task ExecAsync(string id, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var exec = await PostAsync(
            $"containers/{id}/exec",
            new { AttachStdout = true, AttachStderr = true, User = "1000:1000", WorkingDir = "/", Cmd = command },
            cancellationToken);
        var execId = exec.GetProperty("Id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"exec/{execId}/start")
        {
            Content = JsonContent.Create(new { Detach = false, Tty = false }),
        };
        using (var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken))
        {
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        JsonElement end;
        do
            end = await GetAsync($"exec/{execId}/json", cancellationToken);
        while (end.GetProperty("Running").GetBoolean());
        if (end.GetProperty("ExitCode").GetInt32() is not 0 and var code)
            throw new InvalidOperationException($"The exec ended with {code}.");
    }

    /// <summary>Remove, running or not.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var removed = await _http.DeleteAsync(new Uri($"containers/{id}?force=true&v=true", UriKind.Relative), cancellationToken);
        removed.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancellationToken);
}

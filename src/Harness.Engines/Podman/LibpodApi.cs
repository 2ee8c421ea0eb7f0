using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Docker.DotNet;
using Harness.Engines.Docker;

namespace Harness.Engines.Podman;

/// <summary>The few requests of Podman's own API that Docker's has no equal for.</summary>
internal sealed class LibpodApi(ApiAddress address) : IDisposable
{
    // The oldest version that will do; all later ones still take it.
    private const string Root = "v4.0.0/libpod/";
    private readonly HttpClient _http = ApiHttp.Create(address);

    /// <summary>Creates a container and returns its id.</summary>
    public Task<string> CreateContainerAsync(JsonObject request, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.ToJsonString()));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await PostAsync("containers/create", content, cancellationToken);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return json.RootElement.GetProperty("Id").GetString()!;
        },
        EngineFault.ContainerStartFailed,
        cancellationToken);

    /// <summary>Pulls an image; returns the error that came in the answer, null when it succeeded.</summary>
    /// <param name="query">Parameters of the request.</param>
    /// <param name="progress">Hears of every line of progress.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string?> PullAsync(
        IReadOnlyDictionary<string, string> query, Action<string> progress, CancellationToken cancellationToken) => DockerErrors.Translate(
        async () =>
        {
            var parameters = query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
            using var answer = await PostAsync("images/pull?" + string.Join('&', parameters), null, cancellationToken);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
            string? error = null;
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.TryGetProperty("error", out var failed))
                    error ??= failed.GetString();
                if (json.RootElement.TryGetProperty("stream", out var text) && text.GetString()?.Trim() is { Length: > 0 } step)
                    progress(step);
            }

            return error;
        },
        EngineFault.RequestFailed,
        cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + path) { Content = content };
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw new DockerApiException(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}

#nullable enable
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Client;

namespace Docker.DotNet.Transport;

/// <summary>The one place that sends requests: addresses, headers, time limits, and failures as exceptions.</summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly string _root;
    private readonly IReadOnlyDictionary<string, string> _headers;

    public ApiConnection(DockerClientConfiguration configuration, Version? version)
    {
        var credentials = configuration.Credentials;
        var endpoint = EngineEndpoint.Parse(configuration.EndpointBaseUri, credentials.IsTlsCredentials());
        _http = new HttpMessageInvoker(credentials.GetHandler(new ManagedHandler(endpoint)));
        // Always http: the handler itself secures the connection where the endpoint asks for it.
        var authority = new UriBuilder(Uri.UriSchemeHttp, endpoint.Host, endpoint.Address is DnsEndPoint dns ? dns.Port : -1);
        _root = authority.Uri + (version is null ? "" : $"v{version.ToString(2)}/");
        _headers = configuration.DefaultHttpRequestHeaders;
        DefaultTimeout = configuration.DefaultTimeout;
    }

    public TimeSpan DefaultTimeout { get; set; }

    public Task<HttpStatusCode> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            request,
            async (response, limited) =>
            {
                // Read to its end, the connection can serve the next request.
                await response.Content.CopyToAsync(Stream.Null, limited).ConfigureAwait(false);
                return response.StatusCode;
            },
            cancellationToken);

    public Task<T> ReadAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        RunAsync(
            request,
            async (response, limited) =>
            {
                using var body = await response.Content.ReadAsStreamAsync(limited).ConfigureAwait(false);
                return await JsonSerializer.DeserializeAsync(body, type, limited).ConfigureAwait(false)
                    ?? throw new JsonException($"{request.Method} {request.Path}: the engine answered null.");
            },
            cancellationToken);

    /// <summary>Reports message after message as each arrives, until the engine ends the answer.</summary>
    public async Task MonitorAsync<T>(
        ApiRequest request, JsonTypeInfo<T> type, IProgress<T> progress, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var messages = JsonSerializer.DeserializeAsyncEnumerable(body, type, topLevelValues: true, cancellationToken);
        await foreach (var message in messages.ConfigureAwait(false))
            progress.Report(message!);
    }

    /// <summary>An answer whose body is still to come, without a time limit; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var message = Prepare(request);
        return await SendCheckedAsync(request, message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the engine to leave HTTP, and takes the connection over.</summary>
    public async Task<HijackedStream> HijackAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var slot = new HijackSlot();
        using var message = Prepare(request);
        message.Headers.Connection.Add("Upgrade");
        message.Headers.Upgrade.Add(new("tcp"));
        message.Options.Set(HijackSlot.Key, slot);

        var response = await SendCheckedAsync(request, message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.SwitchingProtocols && slot.Connection is { } connection)
            return new HijackedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), connection);

        response.Dispose();
        throw new NotSupportedException(
            $"{request.Method} {request.Path}: answered {(int)response.StatusCode} instead of handing the connection over.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> RunAsync<T>(
        ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> consume, CancellationToken cancellationToken)
    {
        var timeout = request.Unlimited ? Timeout.InfiniteTimeSpan : DefaultTimeout;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await OpenAsync(request, limit.Token).ConfigureAwait(false);
            return await consume(response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var text = $"{request.Method} {request.Path}: no answer within {timeout.TotalSeconds} seconds.";
            throw new TaskCanceledException(text, new TimeoutException(text, exception), limit.Token);
        }
    }

    private async Task<HttpResponseMessage> SendCheckedAsync(
        ApiRequest request, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode < HttpStatusCode.BadRequest)
            return response;

        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            throw response.StatusCode is HttpStatusCode.NotFound && request.NotFound is { } notFound
                ? notFound(response.StatusCode, body)
                : new DockerApiException(response.StatusCode, body);
        }
    }

    private HttpRequestMessage Prepare(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, $"{_root}{request.Path}{request.Query}") { Content = request.Body };
        message.Headers.Add("User-Agent", "Docker.DotNet");
        foreach (var (name, value) in _headers.Concat(request.Headers))
            message.Headers.Add(name, value);

        return message;
    }
}

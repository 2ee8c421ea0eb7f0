using System.Text.Json;
using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

internal sealed class ImageOperations(ApiConnection connection) : IImageOperations
{
    public Task<IList<ImagesListResponse>> ListImagesAsync(ImagesListParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString().Add("all", parameters.All).Add("filters", parameters.Filters);
        return connection.ReadAsync(new(HttpMethod.Get, "images/json") { Query = query }, EngineJson.Default.ImageList, cancellationToken);
    }

    public Task CreateImageAsync(
        ImagesCreateParameters parameters, AuthConfig authConfig, IProgress<JSONMessage> progress, CancellationToken cancellationToken) =>
        CreateImageAsync(parameters, null, authConfig, null, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        AuthConfig authConfig,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken) =>
        CreateImageAsync(parameters, null, authConfig, headers, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        Stream imageStream,
        AuthConfig authConfig,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken) =>
        CreateImageAsync(parameters, imageStream, authConfig, null, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        Stream imageStream,
        AuthConfig authConfig,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(progress);
        if (imageStream is not null)
            parameters.FromSrc = "-";

        var query = new QueryString()
            .Add("fromImage", parameters.FromImage)
            .Add("fromSrc", parameters.FromSrc)
            .Add("repo", parameters.Repo)
            .Add("tag", parameters.Tag)
            .Add("message", parameters.Message)
            .Add("changes", parameters.Changes)
            .Add("platform", parameters.Platform);
        var request = new ApiRequest(HttpMethod.Post, "images/create")
        {
            Query = query,
            Headers = [new("X-Registry-Auth", Encode(authConfig ?? new AuthConfig())), .. headers ?? new Dictionary<string, string>()],
            Body = imageStream is null ? null : Content.Tar(imageStream),
        };
        return connection.MonitorAsync(request, EngineJson.Default.JSONMessage, progress, cancellationToken);
    }

    public Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken) =>
        connection.ReadAsync(Request(HttpMethod.Get, name, "/json"), EngineJson.Default.ImageInspectResponse, cancellationToken);

    public Task TagImageAsync(string name, ImageTagParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("repo", parameters.RepositoryName)
            .Add("tag", parameters.Tag)
            .Add("force", parameters.Force);
        return connection.SendAsync(Request(HttpMethod.Post, name, "/tag", query), cancellationToken);
    }

    public Task<IList<IDictionary<string, string>>> DeleteImageAsync(
        string name, ImageDeleteParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString().Add("force", parameters.Force).Add("noprune", parameters.NoPrune);
        return connection.ReadAsync(Request(HttpMethod.Delete, name, "", query), EngineJson.Default.ImageDeletions, cancellationToken);
    }

    private static ApiRequest Request(HttpMethod method, string name, string action, QueryString query = null) =>
        new(method, $"images/{Content.Segment(name, nameof(name))}{action}")
        {
            Query = query,
            NotFound = static (status, text) => new DockerImageNotFoundException(status, text),
        };

    // The engine reads base64 in its form for URLs, with the padding kept.
    private static string Encode(AuthConfig authConfig) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(authConfig, EngineJson.Default.AuthConfig))
            .Replace('+', '-')
            .Replace('/', '_');
}

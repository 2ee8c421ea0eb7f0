using System.Net;
using System.Text.Json;
using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

internal sealed class ContainerOperations(ApiConnection connection) : IContainerOperations
{
    public Task<IList<ContainerListResponse>> ListContainersAsync(ContainersListParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("size", parameters.Size)
            .Add("all", parameters.All)
            .Add("since", parameters.Since)
            .Add("before", parameters.Before)
            .Add("limit", parameters.Limit)
            .Add("filters", parameters.Filters);
        return connection.ReadAsync(
            new(HttpMethod.Get, "containers/json") { Query = query }, EngineJson.Default.ContainerList, cancellationToken);
    }

    public Task<CreateContainerResponse> CreateContainerAsync(CreateContainerParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new ApiRequest(HttpMethod.Post, "containers/create")
        {
            Query = new QueryString().Add("name", parameters.Name).Add("platform", parameters.Platform),
            Body = Content.Json(parameters, EngineJson.Default.CreateContainerParameters),
            NotFound = static (status, text) => new DockerImageNotFoundException(status, text),
        };
        return connection.ReadAsync(request, EngineJson.Default.CreateContainerResponse, cancellationToken);
    }

    public Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken) =>
        connection.ReadAsync(Request(HttpMethod.Get, id, "/json"), EngineJson.Default.ContainerInspectResponse, cancellationToken);

    public async Task<MultiplexedStream> GetContainerLogsAsync(
        string id, bool tty, ContainerLogsParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("stdout", parameters.ShowStdout)
            .Add("stderr", parameters.ShowStderr)
            .Add("since", parameters.Since)
            .Add("timestamps", parameters.Timestamps)
            .Add("follow", parameters.Follow)
            .Add("tail", parameters.Tail);
        var response = await connection.OpenAsync(Request(HttpMethod.Get, id, "/logs", query), cancellationToken).ConfigureAwait(false);
        return new MultiplexedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), multiplexed: !tty);
    }

    public Task GetContainerStatsAsync(
        string id, ContainerStatsParameters parameters, IProgress<ContainerStatsResponse> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(progress);
        var request = Request(HttpMethod.Get, id, "/stats", new QueryString().Add("stream", parameters.Stream));
        return connection.MonitorAsync(request, EngineJson.Default.ContainerStatsResponse, progress, cancellationToken);
    }

    public async Task<bool> StartContainerAsync(string id, ContainerStartParameters parameters, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, id, "/start", new QueryString().Add("detachKeys", parameters?.DetachKeys));
        return await connection.SendAsync(request, cancellationToken).ConfigureAwait(false) is not HttpStatusCode.NotModified;
    }

    public async Task<bool> StopContainerAsync(string id, ContainerStopParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = Request(HttpMethod.Post, id, "/stop", new QueryString().Add("t", parameters.WaitBeforeKillSeconds)) with
        {
            Unlimited = true,
        };
        return await connection.SendAsync(request, cancellationToken).ConfigureAwait(false) is not HttpStatusCode.NotModified;
    }

    public Task KillContainerAsync(string id, ContainerKillParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString().Add("signal", parameters.Signal);
        return connection.SendAsync(Request(HttpMethod.Post, id, "/kill", query), cancellationToken);
    }

    public Task PauseContainerAsync(string id, CancellationToken cancellationToken) =>
        connection.SendAsync(Request(HttpMethod.Post, id, "/pause"), cancellationToken);

    public Task UnpauseContainerAsync(string id, CancellationToken cancellationToken) =>
        connection.SendAsync(Request(HttpMethod.Post, id, "/unpause"), cancellationToken);

    public async Task<MultiplexedStream> AttachContainerAsync(
        string id, bool tty, ContainerAttachParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("stream", parameters.Stream)
            .Add("stdin", parameters.Stdin)
            .Add("stdout", parameters.Stdout)
            .Add("stderr", parameters.Stderr)
            .Add("detachKeys", parameters.DetachKeys);
        var stream = await connection.HijackAsync(Request(HttpMethod.Post, id, "/attach", query), cancellationToken).ConfigureAwait(false);
        return new MultiplexedStream(stream, multiplexed: !tty);
    }

    public Task<ContainerWaitResponse> WaitContainerAsync(string id, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            Request(HttpMethod.Post, id, "/wait") with { Unlimited = true }, EngineJson.Default.ContainerWaitResponse, cancellationToken);

    public Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("v", parameters.RemoveVolumes)
            .Add("link", parameters.RemoveLinks)
            .Add("force", parameters.Force);
        return connection.SendAsync(Request(HttpMethod.Delete, id, "", query), cancellationToken);
    }

    public async Task<GetArchiveFromContainerResponse> GetArchiveFromContainerAsync(
        string id, GetArchiveFromContainerParameters parameters, bool statOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString().Add("path", parameters.Path ?? throw new ArgumentNullException(nameof(parameters)));
        var request = Request(statOnly ? HttpMethod.Head : HttpMethod.Get, id, "/archive", query);
        var response = await connection.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        var stat = Convert.FromBase64String(response.Headers.GetValues("X-Docker-Container-Path-Stat").Single());
        var result = new GetArchiveFromContainerResponse
        {
            Stat = JsonSerializer.Deserialize(stat, EngineJson.Default.ContainerPathStatResponse),
        };
        if (statOnly)
            response.Dispose();
        else
            result.Stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

        return result;
    }

    public Task ExtractArchiveToContainerAsync(
        string id, ContainerPathStatParameters parameters, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new QueryString()
            .Add("path", parameters.Path ?? throw new ArgumentNullException(nameof(parameters)))
            .Add("noOverwriteDirNonDir", parameters.AllowOverwriteDirWithFile);
        return connection.SendAsync(Request(HttpMethod.Put, id, "/archive", query) with { Body = Content.Tar(stream) }, cancellationToken);
    }

    public Task<ContainerUpdateResponse> UpdateContainerAsync(
        string id, ContainerUpdateParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = Request(HttpMethod.Post, id, "/update") with
        {
            Body = Content.Json(parameters, EngineJson.Default.ContainerUpdateParameters),
        };
        return connection.ReadAsync(request, EngineJson.Default.ContainerUpdateResponse, cancellationToken);
    }

    private static ApiRequest Request(HttpMethod method, string id, string action, QueryString query = null) =>
        new(method, $"containers/{Content.Segment(id, nameof(id))}{action}")
        {
            Query = query,
            NotFound = static (status, text) => new DockerContainerNotFoundException(status, text),
        };
}

using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

internal sealed class ExecOperations(ApiConnection connection) : IExecOperations
{
    public Task<ContainerExecCreateResponse> ExecCreateContainerAsync(
        string id, ContainerExecCreateParameters parameters, CancellationToken cancellationToken)
    {
        var path = $"containers/{Content.Segment(id, nameof(id))}/exec";
        ArgumentNullException.ThrowIfNull(parameters);
        return connection.ReadAsync(
            Request(HttpMethod.Post, path, Content.Json(parameters, EngineJson.Default.ContainerExecCreateParameters)),
            EngineJson.Default.ContainerExecCreateResponse,
            cancellationToken);
    }

    public Task StartContainerExecAsync(string id, CancellationToken cancellationToken) =>
        connection.SendAsync(Start(id, new ExecStart(Detach: true, Tty: false)), cancellationToken);

    public async Task<MultiplexedStream> StartAndAttachContainerExecAsync(string id, bool tty, CancellationToken cancellationToken)
    {
        var stream = await connection.HijackAsync(Start(id, new ExecStart(Detach: false, tty)), cancellationToken).ConfigureAwait(false);
        return new MultiplexedStream(stream, multiplexed: !tty);
    }

    public Task<ContainerExecInspectResponse> InspectContainerExecAsync(string id, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            Request(HttpMethod.Get, $"exec/{Content.Segment(id, nameof(id))}/json"),
            EngineJson.Default.ContainerExecInspectResponse,
            cancellationToken);

    private static ApiRequest Start(string id, ExecStart body) =>
        Request(HttpMethod.Post, $"exec/{Content.Segment(id, nameof(id))}/start", Content.Json(body, EngineJson.Default.ExecStart));

    private static ApiRequest Request(HttpMethod method, string path, HttpContent body = null) =>
        new(method, path)
        {
            Body = body,
            NotFound = static (status, text) => new DockerContainerNotFoundException(status, text),
        };
}

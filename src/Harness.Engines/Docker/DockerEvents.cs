using System.Globalization;
using System.Runtime.CompilerServices;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>The engine's event stream.</summary>
/// <param name="client">The engine.</param>
/// <param name="since">
/// From when on events are repeated, in seconds since 1970. The engine answers just before it subscribes; asking for the past as
/// well closes that gap, and the gap of a connection that broke.
/// </param>
/// <param name="parse">Reads a line; null when it is no event about a container.</param>
internal sealed class DockerEvents(DockerClient client, long since, Func<string, EngineEvent?> parse)
{
    public async IAsyncEnumerable<EngineEvent> WatchAsync(
        string labelKey, string labelValue, Action subscribed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stream = await DockerErrors.Translate(
            () => SubscribeAsync(labelKey, labelValue, cancellationToken), EngineFault.RequestFailed, cancellationToken);
        subscribed();

        using var reader = new StreamReader(stream);
        while (await NextLineAsync(reader, cancellationToken) is { } line)
        {
            if (parse(line) is { } parsed)
                yield return parsed;
        }
    }

    private Task<Stream> SubscribeAsync(string labelKey, string labelValue, CancellationToken cancellationToken)
    {
        var parameters = new ContainerEventsParameters
        {
            Since = since.ToString(CultureInfo.InvariantCulture),
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["type"] = new Dictionary<string, bool> { ["container"] = true },
                ["label"] = new Dictionary<string, bool> { [$"{labelKey}={labelValue}"] = true },
            },
        };
#pragma warning disable CS0618 // Only this overload tells when the engine has answered; the one with IProgress returns at the end.
        return client.System.MonitorEventsAsync(parameters, cancellationToken);
#pragma warning restore CS0618
    }

    private static async Task<string?> NextLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await DockerErrors.Translate(
                () => reader.ReadLineAsync(cancellationToken).AsTask(), EngineFault.EngineLost, cancellationToken);
        }
        catch (EngineException e) when (DockerErrors.IsConnectionLoss(e))
        {
            return null; // The connection broke, which ends the stream as its regular end does.
        }
    }
}

using System.Text.Json;
using Harness.Engines.Docker;
using Harness.Engines.Podman;

namespace Harness.Engines.Cli;

/// <summary>What Podman says of itself to its command line.</summary>
internal static class PodmanCliSystem
{
    private static readonly Version Oldest = new(4, 0);

    /// <summary>Reads the facts that are recorded once per invocation.</summary>
    /// <exception cref="EngineException">Nothing answers, or what answers cannot be used.</exception>
    public static async Task<EngineInfo> ReadAsync(EngineCli cli, CancellationToken cancellationToken) => Describe(
        cli.Location,
        CliJson.Parse(await cli.AskAsync(new("info", "--format", "json"), EngineFault.RequestFailed, cancellationToken)));

    internal static EngineInfo Describe(string binary, JsonElement info)
    {
        var version = info.At("version", "Version").Text() ?? "";
        if (Version.TryParse(version.Split('-')[0], out var parsed) && parsed < Oldest)
            throw new EngineException(EngineFault.EngineNotFound, $"it is Podman {version}; {Oldest} is the oldest that will do");

        var host = info.At("host");
        if (host.At("serviceIsRemote").Flag() == true)
        {
            throw new EngineException(
                EngineFault.EngineNotFound,
                "it leads to a Podman elsewhere, and takes a broken connection for success; 'podman' speaks to that Podman itself");
        }

        var kernel = host.At("kernel").Text();
        return new EngineInfo(
            EngineKind.PodmanCli,
            version,
            binary,
            host.At("os").Text() ?? "",
            host.At("arch").Text() ?? "",
            kernel,
            host.At("cgroupVersion").Text(),
            host.At("security", "rootless").Flag(),
            info.At("store", "graphDriverName").Text(),
            (int?)host.At("cpus").Number(),
            host.At("memTotal").Number(),
            DockerSystem.IsOwnKernel(kernel))
        {
            Capabilities = PodmanEvents.Capabilities,
            StorageFolder = info.At("store", "graphRoot").Text(),
            Controllers = host.At("cgroupControllers").Items().Select(controller => controller.Text()).OfType<string>().ToList() is { Count: > 0 } named
                ? named
                : null,
        };
    }
}

using System.Text.Json;
using Harness.Engines.Docker;

namespace Harness.Engines.Cli;

/// <summary>What Docker says of itself to its command line.</summary>
internal static class DockerCliSystem
{
    /// <summary>Reads the facts that are recorded once per invocation, and the engine's own time.</summary>
    /// <exception cref="EngineException">Nothing answers, or what answers cannot be used.</exception>
    public static async Task<(EngineInfo Info, string Now)> ReadAsync(EngineCli cli, CancellationToken cancellationToken)
    {
        var version = JsonAsync("version", "--format", "{{json .}}");
        var info = JsonAsync("info", "--format", "{{json .}}");
        var context = JsonAsync("context", "inspect", "--format", "{{json .Endpoints.docker.Host}}");
        await Task.WhenAll(version, info, context);
        return Describe((await version).At("Server"), await info, (await context).Text() ?? "");

        async Task<JsonElement> JsonAsync(params string[] arguments) =>
            CliJson.Parse(await cli.AskAsync(new(arguments), EngineFault.RequestFailed, cancellationToken));
    }

    internal static (EngineInfo Info, string Now) Describe(JsonElement server, JsonElement info, string endpoint)
    {
        if (server.At("Components").Items().Any(IsPodman))
        {
            throw new EngineException(
                EngineFault.EngineNotFound, $"it leads to Podman at {Display(endpoint)}; 'podman' takes that, and so does 'auto'");
        }

        DockerApiVersion.Choose(server.At("ApiVersion").Text(), server.At("MinAPIVersion").Text());
        var kernel = info.At("KernelVersion").Text();
        var described = new EngineInfo(
            EngineKind.DockerCli,
            server.At("Version").Text() ?? "",
            Display(endpoint),
            server.At("Os").Text() ?? "",
            server.At("Arch").Text() ?? "",
            kernel,
            info.At("CgroupVersion").Text() is { } cgroup ? "v" + cgroup : null,
            info.At("SecurityOptions").Items().Any(option => option.Text() == "name=rootless"),
            info.At("Driver").Text(),
            info.At("NCPU").Number() is > 0 and var cpus ? (int)cpus : null,
            info.At("MemTotal").Number() is > 0 and var memory ? memory : null,
            Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && DockerSystem.IsLocal(address, kernel))
        {
            // As with Podman: each signal takes a process of its own on this machine, too.
            Capabilities = EngineCapabilities.All with { SignalTime = TimeSpan.FromSeconds(3) },
            Warnings = [.. info.At("Warnings").Items().Select(warning => warning.Text()).OfType<string>()],
            StorageFolder = info.At("DockerRootDir").Text(),
            Clock = DockerSystem.Clock(info.At("SystemTime").Text()),
            Controllers = DockerSystem.Controllers(
                info.At("MemoryLimit").Flag() == true, info.At("SwapLimit").Flag() == true,
                info.At("CpuCfsQuota").Flag() == true, info.At("PidsLimit").Flag() == true),
        };
        return (described, info.At("SystemTime").Text() ?? "1");
    }

    private static bool IsPodman(JsonElement component) =>
        component.At("Name").Text()?.Contains("podman", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string Display(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) ? DockerEndpoint.Display(address) : endpoint;
}

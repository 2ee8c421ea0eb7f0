using System.Text.Json;

namespace Harness.Engines.Cli;

/// <summary>Maps what <c>inspect</c> says of a container to records; Docker and Podman say it alike.</summary>
internal static class CliContainerState
{
    public static ContainerState From(JsonElement container)
    {
        var state = container.At("State");
        var running = state.At("Running").Flag() ?? false;
        var started = state.At("StartedAt").Time();
        var code = (int?)state.At("ExitCode").Number();
        return new ContainerState(
            Status(state),
            running,
            running || (started is null && code == 0) ? null : code,
            state.At("OOMKilled").Flag(),
            state.At("Error").Text(),
            started,
            state.At("FinishedAt").Time(),
            state.At("Pid").Number() is > 0 and var pid ? (int)pid : null);
    }

    public static ContainerSummary Summary(JsonElement container)
    {
        var id = container.At("Id").Text() ?? "";
        return new ContainerSummary(
            id,
            container.At("Name").Text()?.TrimStart('/') ?? id,
            Status(container.At("State")),
            container.At("Created").Time() ?? DateTimeOffset.UnixEpoch,
            container.At("Config", "Labels").Properties().ToDictionary(label => label.Name, label => label.Value.Text() ?? ""));
    }

    // Podman tells a container that is cleaned up from one that is not yet; both have ended.
    private static string Status(JsonElement state) => state.At("Status").Text() switch
    {
        "stopped" => "exited",
        var status => status ?? "",
    };
}

using System.Globalization;
using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>Maps the engine's container answers to records.</summary>
internal static class DockerContainerState
{
    public static Engines.ContainerState From(global::Docker.DotNet.Models.ContainerState state) => new(
        state.Status ?? (state.Running ? "running" : "exited"),
        state.Running,
        state.Running || IsNever(state.StartedAt) && state.ExitCode == 0 ? null : (int)state.ExitCode,
        state.OOMKilled,
        string.IsNullOrEmpty(state.Error) ? null : state.Error,
        Time(state.StartedAt),
        Time(state.FinishedAt),
        state.Pid > 0 ? (int)state.Pid : null);

    public static ContainerSummary Summary(ContainerListResponse listed) => new(
        listed.ID,
        listed.Names?.FirstOrDefault()?.TrimStart('/') ?? listed.ID,
        listed.State ?? "",
        new DateTimeOffset(DateTime.SpecifyKind(listed.Created, DateTimeKind.Utc)),
        listed.Labels?.AsReadOnly() ?? new Dictionary<string, string>().AsReadOnly());

    private static bool IsNever(string? text) => Time(text) is null;

    // The engine writes the year 1 for "never".
    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time
            : null;
}

namespace Harness.Engines.Tests.Support;

/// <summary>Where engines differ by their own nature; docs/sandboxes.md has the same as a table.</summary>
internal static class EngineFacts
{
    /// <summary>Whether it is Podman, however it is spoken to.</summary>
    public static bool IsPodman(this EngineKind kind) => kind is EngineKind.Podman or EngineKind.PodmanCli;

    /// <summary>The events of a sandbox that runs so many commands and is taken down.</summary>
    public static IEnumerable<string> Life(EngineKind kind, int commands) => kind.IsPodman()
        ? ["create", "init", "start", .. Repeat(commands, "exec_start", "exec_die"), "kill", "die", "cleanup", "destroy"]
        : ["create", "start", .. Repeat(commands, "exec_create", "exec_start", "exec_die"), "kill", "die", "destroy"];

    /// <summary>How an engine says that an image is not there.</summary>
    public static string NoImage(EngineKind kind, string image) =>
        kind.IsPodman() ? $"{image}: image not known" : $"No such image: {image}";

    /// <summary>How an engine says that nothing can be run in an ended container.</summary>
    public static string Ended(EngineKind kind) => kind.IsPodman() ? "on running containers" : "is not running";

    private static IEnumerable<string> Repeat(int times, params string[] actions) =>
        Enumerable.Repeat(actions, times).SelectMany(all => all);
}

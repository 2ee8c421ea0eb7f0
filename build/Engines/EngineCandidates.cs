namespace Harness.Build.Engines;

/// <summary>Where to look for an engine, in order.</summary>
internal static class EngineCandidates
{
    /// <summary>
    /// DOCKER_HOST alone when it is set, for who sets it means it; else the private engine of this clone, then the sockets
    /// where Docker and Podman listen by default.
    /// </summary>
    public static IReadOnlyList<string> InOrder(Func<string, string?> environment, string privateHost)
    {
        var chosen = environment("DOCKER_HOST");

        // A shell that sourced artifacts/engine/environment still names the private engine after that has ended.
        if (!string.IsNullOrEmpty(chosen) && chosen != privateHost)
        {
            return [chosen];
        }

        var hosts = new List<string> { privateHost, "unix:///var/run/docker.sock" };

        if (environment("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
        {
            hosts.Add($"unix://{runtime}/docker.sock");
            hosts.Add($"unix://{runtime}/podman/podman.sock");
        }

        if (environment("HOME") is { Length: > 0 } home)
        {
            hosts.Add($"unix://{home}/.docker/run/docker.sock");
        }

        hosts.Add("unix:///run/podman/podman.sock");

        return hosts;
    }
}

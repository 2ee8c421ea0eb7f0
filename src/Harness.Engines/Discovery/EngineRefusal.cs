using System.Text;

namespace Harness.Engines.Discovery;

/// <summary>Says why there is no engine, what was looked at, and what helps.</summary>
internal static class EngineRefusal
{
    /// <summary>The failure that tells most: a refusal before a silence, a silence before an absence.</summary>
    public static EngineException From(EngineChoice choice, IReadOnlyList<EngineAttempt> attempts)
    {
        var fault = attempts.Any(a => a.Fault == EngineFault.EnginePermission) ? EngineFault.EnginePermission
            : attempts.Any(a => a.Fault == EngineFault.EngineNotRunning) ? EngineFault.EngineNotRunning
            : EngineFault.EngineNotFound;
        var (fact, remedy) = choice switch
        {
            EngineChoice.Podman => Podman(fault),
            EngineChoice.PodmanCli => PodmanCommand(fault),
            EngineChoice.DockerCli when fault == EngineFault.EngineNotFound =>
                ("The docker command cannot be used.", "Install it, or ask for another engine."),
            _ => Docker(fault),
        };
        var text = new StringBuilder(fact).Append(' ').Append(remedy).Append(" Looked at:");
        foreach (var (candidate, _, reason) in attempts)
            text.Append(' ').Append($"{candidate.Source} {candidate.Address}".Trim()).Append(": ").Append(reason).Append(';');
        text[^1] = '.';
        return new EngineException(fault, text.ToString()) { LookedAt = attempts, Remedy = remedy };
    }

    private static (string Fact, string Remedy) Docker(EngineFault fault) => fault switch
    {
        EngineFault.EnginePermission => (
            "The container engine refuses this user.",
            "Add the user to the socket's group (sudo usermod -aG docker $USER, then log in again), or run as root."),
        EngineFault.EngineNotRunning => (
            "The container engine does not answer.",
            "Start it (sudo systemctl start docker), or correct DOCKER_HOST or the docker context."),
        _ => ("No container engine was found.", "Install Docker or Podman, or set DOCKER_HOST to one."),
    };

    private static (string Fact, string Remedy) Podman(EngineFault fault) => fault switch
    {
        EngineFault.EnginePermission =>
            ("Podman's socket refuses this user.", "Use the user's own (systemctl --user start podman.socket), or run as root."),
        EngineFault.EngineNotRunning => (
            "Podman's API does not answer.",
            "Start it (systemctl start podman.socket; without root, systemctl --user start podman.socket), or correct CONTAINER_HOST."),
        _ => (
            "Podman's API was not found.",
            "Start it (systemctl start podman.socket; without root, systemctl --user start podman.socket), or set CONTAINER_HOST to where it listens."),
    };

    private static (string Fact, string Remedy) PodmanCommand(EngineFault fault) => fault == EngineFault.EngineNotFound
        ? ("The podman command cannot be used.", "Install it, or ask for another engine.")
        : ("The podman command does not work here.", "Try it by hand: podman info");
}

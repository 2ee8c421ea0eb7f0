namespace Harness.Engines.Discovery;

/// <summary>Says why there is no engine, what was looked at, and what helps.</summary>
internal static class EngineRefusal
{
    private const string StartPodman = "systemctl start podman.socket; without root, systemctl --user start podman.socket";
    private const string StartDocker = "sudo systemctl start docker";

    /// <summary>The failure that tells most: a refusal before a silence, a silence before an absence.</summary>
    public static EngineException From(EngineChoice choice, IReadOnlyList<EngineAttempt> attempts)
    {
        var decisive = attempts.FirstOrDefault(attempt => attempt.Fault == EngineFault.EnginePermission)
            ?? attempts.FirstOrDefault(attempt => attempt.Fault == EngineFault.EngineNotRunning)
            ?? attempts[0];
        var ssh = SshFailure.Find(decisive.Reason);
        var fact = Ended(Fact(choice, ssh is { Said.Length: > 0 } ? decisive with { Reason = ssh.Said } : decisive, attempts.Count == 1));
        var remedy = ssh is null ? Remedy(choice, decisive) : Remedy(ssh, attempts);
        var places = string.Join("; ", attempts.Select(attempt => $"{Place(attempt.Candidate)}: {Reason(attempt)}"));
        return new EngineException(decisive.Fault, $"{fact} {remedy}{(attempts.Count == 1 ? "" : $" Looked at: {places}.")}")
        {
            LookedAt = attempts,
            Fact = fact,
            Words = attempts.Count == 1 ? Place(decisive.Candidate) : places,
            Remedy = remedy,
        };
    }

    // What ssh said is the fact already.
    private static string Reason(EngineAttempt attempt) =>
        SshFailure.Find(attempt.Reason) is { } ssh ? $"{ssh.Command} ended with {ssh.Status}" : attempt.Reason.TrimEnd('.');

    // The engine is another machine's: what can be tried from here is the way there.
    private static string Remedy(SshFailure ssh, IReadOnlyList<EngineAttempt> attempts)
    {
        var set = attempts.Select(attempt => attempt.Candidate).FirstOrDefault(candidate => candidate.IsConfigured);
        return $"See that this works and asks nothing: {ssh.Command} docker version{(set is null ? "" : $"; or correct {Setting(set)}")}.";
    }

    private static string Fact(EngineChoice choice, EngineAttempt decisive, bool only)
    {
        var (candidate, fault, reason) = decisive;
        return fault switch
        {
            EngineFault.EnginePermission => candidate.Command is { } command
                ? $"The {command} command may not use its engine: {reason}"
                : $"The socket {candidate.Address} refuses this user: {reason}",
            EngineFault.EngineNotRunning => candidate.Command is { } command
                ? $"The {command} command reaches no engine: {reason}"
                : $"No engine answers at {candidate.Address}: {reason}",
            _ => Absence(choice) + (only ? $": {reason}" : ""),
        };
    }

    private static string Absence(EngineChoice choice) => choice switch
    {
        EngineChoice.Podman => "Podman's API was not found",
        EngineChoice.PodmanCli => "The podman command cannot be used",
        EngineChoice.DockerCli => "The docker command cannot be used",
        _ => "No container engine was found",
    };

    private static string Remedy(EngineChoice choice, EngineAttempt decisive)
    {
        var candidate = decisive.Candidate;
        var podman = choice is EngineChoice.Podman || candidate.Source == "CONTAINER_HOST" || candidate.Address.Contains("podman", StringComparison.Ordinal);
        return (decisive.Fault, candidate) switch
        {
            (EngineFault.EnginePermission, { Command: null }) => podman
                ? $"Use the user's own socket instead of {candidate.Address} (systemctl --user start podman.socket), or run as root."
                : $"Let this user use {candidate.Address}: sudo usermod -aG docker $USER, then log in again; or use rootless Podman.",
            (EngineFault.EnginePermission, _) => "Let this user use the engine: sudo usermod -aG docker $USER, then log in again; or use rootless Podman.",
            (EngineFault.EngineNotRunning, _) when decisive.Reason.Contains("did not answer within", StringComparison.Ordinal) =>
                $"It is there and silent: see whether the machine is overloaded or the engine hangs ({(podman ? "podman" : "docker")} info), then run again.",
            (EngineFault.EngineNotRunning, { Command: "podman" }) => "Try it by hand: podman info",
            (EngineFault.EngineNotRunning, _) => $"Start the engine ({(podman ? StartPodman : StartDocker)}){Correction(candidate)}.",
            (_, { Unusable: EngineCandidates.LeftToDocker }) =>
                $"Install the docker command, or forward the socket (ssh -NL /tmp/engine.sock:/var/run/docker.sock HOST) and name unix:///tmp/engine.sock in place of {candidate.Address}.",
            (_, { IsConfigured: true }) => $"Correct {Setting(candidate)}.",
            _ => Installation(choice),
        };
    }

    private static string Installation(EngineChoice choice) => choice switch
    {
        EngineChoice.Podman => $"Start it ({StartPodman}), or set CONTAINER_HOST to where it listens.",
        EngineChoice.DockerCli or EngineChoice.PodmanCli => "Install it, or ask for another engine.",
        _ => "Install Docker or Podman, or set DOCKER_HOST to an engine's address, for instance unix:///var/run/docker.sock.",
    };

    private static string Correction(EngineCandidate candidate) => candidate.IsConfigured ? $", or correct {Setting(candidate)}" : "";

    // What somebody set, and what to.
    private static string Setting(EngineCandidate candidate) =>
        (candidate.Source.StartsWith("docker context", StringComparison.Ordinal) ? $"the {candidate.Source}" : candidate.Source)
        + (candidate.Address.Length > 0 ? $" ({candidate.Address})" : "");

    private static string Place(EngineCandidate candidate) =>
        (candidate.Source.EndsWith("_HOST", StringComparison.Ordinal) ? $"{candidate.Source}={candidate.Address}" : $"{candidate.Source} {candidate.Address}").TrimEnd();

    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' ? sentence : sentence + ".";
}

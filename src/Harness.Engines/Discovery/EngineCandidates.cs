namespace Harness.Engines.Discovery;

/// <summary>
/// The places to look at, in order: <c>DOCKER_HOST</c>, the docker context, <c>CONTAINER_HOST</c>, then the default sockets of
/// Docker and of Podman, rootful ones first, and at last their commands. Each of the first three is somebody's decision, as it is for
/// the <c>docker</c> and <c>podman</c> commands: where one is made, nothing else is tried, but for the command that understands an
/// address which cannot be dialled here. Who asks for Docker or Podman is not led to the other's.
/// </summary>
internal static class EngineCandidates
{
    private const string DockerCommand = "docker";
    private const string PodmanCommand = "podman";

    private static readonly string[] Schemes = ["unix", "tcp", "http", "https"];

    /// <summary>Lists them.</summary>
    /// <param name="choice">Docker, Podman or either.</param>
    /// <param name="environment">The caller's environment.</param>
    /// <param name="readFile">Reads a text file; null when there is none.</param>
    public static IReadOnlyList<EngineCandidate> List(
        EngineChoice choice, IReadOnlyDictionary<string, string> environment, Func<string, string?> readFile) => choice switch
        {
            EngineChoice.Docker => ForDocker(environment, readFile) ?? [.. Defaults(DockerSockets(environment))],
            // DOCKER_HOST may lead to Podman, but it is not Podman's own variable: what comes after it is tried as well.
            EngineChoice.Podman => ForPodman(environment)
                ?? [.. DockerHost(environment, readFile, configured: false), .. Defaults(PodmanSockets(environment))],
            EngineChoice.DockerCli => [Through(DockerCommand)],
            EngineChoice.PodmanCli => [Through(PodmanCommand)],
            _ => OrThroughDocker(ForDocker(environment, readFile)) ?? ForPodman(environment)
                ??
                [
                    .. Defaults([.. DockerSockets(environment), .. PodmanSockets(environment)]),
                Through(DockerCommand), Through(PodmanCommand),
                ],
        };

    /// <summary>Why an address is not dialled that only the docker command can go to.</summary>
    public const string LeftToDocker = "left to the docker command, which can go there";

    // Its command obeys the same decision, and knows how to get there.
    private static IReadOnlyList<EngineCandidate>? OrThroughDocker(IReadOnlyList<EngineCandidate>? decided) =>
        decided is [var only] && only.Address.StartsWith("ssh://", StringComparison.Ordinal)
            ? [only with { Unusable = LeftToDocker }, Through(DockerCommand)]
            : decided;

    private static EngineCandidate Through(string command) => new("command", command, null, null, IsConfigured: false) { Command = command };

    private static IReadOnlyList<EngineCandidate>? ForDocker(
        IReadOnlyDictionary<string, string> environment, Func<string, string?> readFile)
    {
        if (DockerHost(environment, readFile, configured: true) is { Count: > 0 } host)
            return host;
        if (DockerContext.Find(environment, readFile) is not { } context)
            return null;

        var source = $"docker context '{context.Name}'";
        return [context.Host is { } address
            ? At(source, address, configured: true) with { Tls = context.Tls }
            : new EngineCandidate(source, "", null, context.Problem, IsConfigured: true)];
    }

    private static IReadOnlyList<EngineCandidate>? ForPodman(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("CONTAINER_HOST") is { Length: > 0 } host ? [At("CONTAINER_HOST", host, configured: true)] : null;

    private static IReadOnlyList<EngineCandidate> DockerHost(
        IReadOnlyDictionary<string, string> environment, Func<string, string?> readFile, bool configured)
    {
        if (environment.GetValueOrDefault("DOCKER_HOST") is not { Length: > 0 } host)
            return [];
        var candidate = At("DOCKER_HOST", host, configured);
        return [candidate.Endpoint?.Scheme is null or "unix"
            ? candidate
            : candidate with { Tls = DockerTls.FromEnvironment(environment, readFile) }];
    }

    private static IEnumerable<EngineCandidate> Defaults(IEnumerable<string> sockets) =>
        sockets.Select(path => At("default socket", "unix://" + path, configured: false));

    private static IEnumerable<string> DockerSockets(IReadOnlyDictionary<string, string> environment)
    {
        yield return "/var/run/docker.sock";
        if (Folder(environment, "XDG_RUNTIME_DIR") is { } runtime)
            yield return $"{runtime}/docker.sock";
        if (Folder(environment, "HOME") is not { } home)
            yield break;
        yield return $"{home}/.docker/run/docker.sock";
        yield return $"{home}/.docker/desktop/docker.sock";
    }

    private static IEnumerable<string> PodmanSockets(IReadOnlyDictionary<string, string> environment)
    {
        yield return "/run/podman/podman.sock";
        if (Folder(environment, "XDG_RUNTIME_DIR") is { } runtime)
            yield return $"{runtime}/podman/podman.sock";
    }

    private static string? Folder(IReadOnlyDictionary<string, string> environment, string variable) =>
        environment.GetValueOrDefault(variable) is { Length: > 0 } folder ? folder.TrimEnd('/') : null;

    private static EngineCandidate At(string source, string address, bool configured)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint))
            return new(source, address, null, "this is no address; 'unix:///path' and 'tcp://host:port' are", configured);
        var shown = Docker.DockerEndpoint.Display(endpoint);
        return Schemes.Contains(endpoint.Scheme)
            ? new(source, shown, endpoint, null, configured)
            : new(source, shown, null, Refusal(endpoint.Scheme), configured);
    }

    private static string Refusal(string scheme) => scheme == "ssh"
        ? "ssh:// addresses are not supported; forward the socket (ssh -NL /tmp/engine.sock:/var/run/docker.sock HOST) and name "
            + "unix:///tmp/engine.sock instead, or ask for 'docker-cli'"
        : $"{scheme}:// addresses are not supported; unix:// and tcp:// are";
}

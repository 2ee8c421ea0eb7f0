namespace Harness.Engines.Discovery;

/// <summary>
/// The places to look at, in order: <c>DOCKER_HOST</c>, then the docker context, then the default sockets. The first two are
/// somebody's decision, as they are for the <c>docker</c> command: where one is set, nothing else is tried.
/// </summary>
internal static class EngineCandidates
{
    private static readonly string[] Schemes = ["unix", "tcp", "http", "https"];

    /// <summary>Lists them.</summary>
    /// <param name="environment">The caller's environment.</param>
    /// <param name="readFile">Reads a text file; null when there is none.</param>
    public static IReadOnlyList<EngineCandidate> List(IReadOnlyDictionary<string, string> environment, Func<string, string?> readFile)
    {
        if (environment.GetValueOrDefault("DOCKER_HOST") is { Length: > 0 } host)
            return [At("DOCKER_HOST", host, configured: true)];
        if (DockerContext.Find(environment, readFile) is not { } context)
            return [.. Sockets(environment).Select(path => At("default socket", "unix://" + path, configured: false))];

        var source = $"docker context '{context.Name}'";
        return [context.Host is { } address
            ? At(source, address, configured: true)
            : new EngineCandidate(source, "", null, context.Problem, IsConfigured: true)];
    }

    private static IEnumerable<string> Sockets(IReadOnlyDictionary<string, string> environment)
    {
        yield return "/var/run/docker.sock";
        if (environment.GetValueOrDefault("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
            yield return $"{runtime.TrimEnd('/')}/docker.sock";
        if (environment.GetValueOrDefault("HOME") is not { Length: > 0 } home)
            yield break;
        yield return $"{home.TrimEnd('/')}/.docker/run/docker.sock";
        yield return $"{home.TrimEnd('/')}/.docker/desktop/docker.sock";
    }

    private static EngineCandidate At(string source, string address, bool configured)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint))
            return new(source, address, null, "this is no address; 'unix:///path' and 'tcp://host:port' are", configured);
        var shown = Docker.DockerEndpoint.Display(endpoint);
        return Schemes.Contains(endpoint.Scheme)
            ? new(source, shown, endpoint, null, configured)
            : new(source, shown, null, $"{endpoint.Scheme}:// addresses are not supported; unix:// and tcp:// are", configured);
    }
}

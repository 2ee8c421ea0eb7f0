namespace Harness.Engines.Cli;

/// <summary>What an engine over a command line is made of.</summary>
/// <param name="Info">What the engine said of itself.</param>
/// <param name="Containers">Its containers.</param>
/// <param name="Execs">Processes in them.</param>
/// <param name="Images">Its images.</param>
/// <param name="Events">Its events.</param>
internal sealed record CliParts(EngineInfo Info, CliContainers Containers, ICliExecs Execs, CliImages Images, CliEvents Events)
{
    /// <summary>Docker's, once it has answered.</summary>
    public static async Task<CliParts> DockerAsync(EngineCli cli, CancellationToken cancellationToken)
    {
        var (info, now) = await DockerCliSystem.ReadAsync(cli, cancellationToken);
        var events = new DockerCliEvents(cli, now);
        return new CliParts(info, new DockerCliContainers(cli), new DockerCliExecs(cli, events), new DockerCliImages(cli), events);
    }

    /// <summary>Podman's, once it has answered.</summary>
    public static async Task<CliParts> PodmanAsync(EngineCli cli, CancellationToken cancellationToken)
    {
        var info = await PodmanCliSystem.ReadAsync(cli, cancellationToken);
        var events = new PodmanCliEvents(cli);
        return new CliParts(
            info,
            new PodmanCliContainers(cli, info.Rootless == true),
            new PodmanCliExecs(cli, events, TimeProvider.System),
            new PodmanCliImages(cli),
            events);
    }
}

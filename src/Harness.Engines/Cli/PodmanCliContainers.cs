using Harness.Engines.Podman;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Containers over Podman's command line.</summary>
internal sealed class PodmanCliContainers(EngineCli cli, bool rootless) : CliContainers(cli)
{
    private readonly PodmanCreateArguments _creation = new(rootless);

    // Without patience for a main process that ignores SIGTERM.
    protected override string[] Removal => ["rm", "--force", "--volumes", "--time", "0"];

    protected override ProgramCall? Hopeless => new("create", "--init", "--rootfs", PodmanInit.NoRoot, "true");

    public override async Task<ContainerState?> InspectAsync(string id, CancellationToken cancellationToken)
    {
        var state = await base.InspectAsync(id, cancellationToken);
        // Podman 4 says "no" whatever happened.
        return state is { OomKilled: false } ? state with { OomKilled = null } : state;
    }

    protected override ProgramCall Creation(ContainerSpec spec) => _creation.From(spec);
}

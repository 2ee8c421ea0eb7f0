using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Containers over Podman's command line.</summary>
internal sealed class PodmanCliContainers(EngineCli cli, PodmanCliEvents events, bool rootless) : CliContainers(cli)
{
    private readonly PodmanCreateArguments _creation = new(rootless);

    // Without patience for a main process that ignores SIGTERM.
    protected override string[] Removal => ["rm", "--force", "--volumes", "--time", "0"];

    public override async Task<ContainerState?> InspectAsync(string id, CancellationToken cancellationToken)
    {
        var state = await base.InspectAsync(id, cancellationToken);
        // Podman 4 says "no" whatever happened.
        return state is { OomKilled: false } ? state with { OomKilled = null } : state;
    }

    /// <summary>Waits by listening: "podman wait" was measured to return 20 s late.</summary>
    public override async Task WaitAsync(string id, CancellationToken cancellationToken)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var end = events.EndAsync(id, listening.Token);
        try
        {
            // Asked while listening, so that an end in between is not missed.
            if (await InspectAsync(id, cancellationToken) is { Running: true })
                await end;
        }
        finally
        {
            await listening.CancelAsync();
            await end.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Thrown above, if it matters.
        }
    }

    protected override ProgramCall Creation(ContainerSpec spec) => _creation.From(spec);
}

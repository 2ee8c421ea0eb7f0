using System.Globalization;
using System.Text.Json;
using Harness.Engines.Docker;
using Harness.Engines.Podman;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Containers over a command line.</summary>
internal abstract class CliContainers(EngineCli cli)
{
    private const string NoNetwork = "none";
    private static readonly TimeSpan RemovalPoll = TimeSpan.FromMilliseconds(50);

    /// <summary>The command that removes a container, running or not.</summary>
    protected abstract string[] Removal { get; }

    /// <summary>The command for a container that cannot be made, which is refused for want of an init program first; null where that comes with the engine.</summary>
    protected virtual ProgramCall? Hopeless => null;

    public async Task<string> CreateAsync(ContainerSpec spec, CancellationToken cancellationToken) =>
        (await cli.AskAsync(Creation(spec), EngineFault.ContainerStartFailed, cancellationToken)).Trim();

    /// <summary>Its words when it lacks an init program; null when it does not.</summary>
    public Task<string?> FindMissingInitAsync(CancellationToken cancellationToken) => Hopeless is { } creation
        ? PodmanInit.FindMissingAsync(() => cli.AskAsync(creation, EngineFault.ContainerStartFailed, cancellationToken))
        : Task.FromResult<string?>(null);

    public Task StartAsync(string id, CancellationToken cancellationToken) =>
        cli.AskAsync(new("start", id), EngineFault.ContainerStartFailed, cancellationToken);

    public virtual async Task<ContainerState?> InspectAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } found ? CliContainerState.From(found) : null;

    public Task WaitAsync(string id, CancellationToken cancellationToken) => UnlessGoneAsync(new("wait", id), cancellationToken);

    public async Task ReadLogsAsync(string id, IOutputSink output, CancellationToken cancellationToken)
    {
        var words = new FirstWords(output);
        if (await cli.CopyAsync(new("logs", id), words, cancellationToken) != 0)
            throw CliErrors.From(words.Error ?? "", EngineFault.RequestFailed);
    }

    public Task KillAsync(string id, int signal, CancellationToken cancellationToken) => UnlessGoneAsync(
        new("kill", "--signal", signal.ToString(CultureInfo.InvariantCulture), id), cancellationToken);

    public async Task<IReadOnlyList<string>> DisconnectAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } found)
            return [];
        string[] networks = [.. Networks(found).Where(network => network != NoNetwork)];
        foreach (var network in networks)
            await UnlessGoneAsync(new("network", "disconnect", "--force", network, id), cancellationToken);
        return networks;
    }

    public async Task ConnectAsync(string id, IReadOnlyList<string> networks, CancellationToken cancellationToken)
    {
        foreach (var network in networks)
            await cli.AskAsync(new("network", "connect", network, id), EngineFault.RequestFailed, cancellationToken);
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var said = await cli.TryAsync(new([.. Removal, id]), cancellationToken);
        // It names what it has removed, and is content when there was nothing.
        if (said.ExitCode == 0)
            return said.StandardOutput.Trim().Length > 0;
        var error = CliErrors.From(said.StandardError, EngineFault.RequestFailed);
        if (error.Fault == EngineFault.ContainerRemoved)
            return false;
        if (!error.Message.Contains("already in progress", StringComparison.Ordinal))
            throw error;
        // Somebody else is removing it; it is gone when the engine no longer knows it.
        while (await FindAsync(id, cancellationToken) is not null)
            await Task.Delay(RemovalPoll, cancellationToken);
        return false;
    }

    public async Task<IReadOnlyList<ContainerSummary>> ListAsync(
        IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken)
    {
        // Only the ids: a listing runs labels into one text that cannot be taken apart again.
        var filters = labels.SelectMany(
            label => new[] { "--filter", label.Value.Length == 0 ? $"label={label.Key}" : $"label={label.Key}={label.Value}" });
        var listed = await cli.AskAsync(
            new(["ps", "--all", "--quiet", "--no-trunc", .. filters]), EngineFault.RequestFailed, cancellationToken);
        var ids = listed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return ids.Length == 0 ? [] : [.. (await FindAllAsync(ids, cancellationToken)).Select(CliContainerState.Summary)];
    }

    /// <summary>The command that creates a container.</summary>
    protected abstract ProgramCall Creation(ContainerSpec spec);

    private static IEnumerable<string> Networks(JsonElement container) =>
        container.At("NetworkSettings", "Networks").Properties().Select(network => network.Name);

    // Waiting for, killing and disconnecting what has ended or gone is no failure.
    private async Task UnlessGoneAsync(ProgramCall call, CancellationToken cancellationToken)
    {
        try
        {
            await cli.AskAsync(call, EngineFault.RequestFailed, cancellationToken);
        }
        catch (EngineException e) when (e.Fault == EngineFault.ContainerRemoved || CliErrors.IsEnded(e))
        {
            return;
        }
    }

    private async Task<JsonElement?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await FindAllAsync([id], cancellationToken)).Select(found => (JsonElement?)found).FirstOrDefault();

    // Those of them that are there.
    private async Task<IReadOnlyList<JsonElement>> FindAllAsync(string[] ids, CancellationToken cancellationToken)
    {
        var said = await cli.TryAsync(new(["inspect", "--type", "container", .. ids]), cancellationToken);
        if (said.ExitCode != 0 && CliErrors.From(said.StandardError, EngineFault.RequestFailed) is { Fault: not EngineFault.ContainerRemoved } error)
            throw error;
        return [.. CliJson.Parse(said.StandardOutput).Items()];
    }
}

using System.Security.Cryptography;
using Harness.Engines.Cgroups;
using Harness.Engines.Sandboxes.Limits;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// Brings a sandbox up: subscribe, create, start, look, sample. The subscription comes first, because the engine repeats
/// little of what was missed; whatever fails later takes the container with it.
/// </summary>
internal sealed class SandboxStart(IContainerEngine engine, SerialObserver observer, TimeProvider time)
{
    public async Task<SandboxParts> RunAsync(SandboxSpec spec, SandboxOwner owner, CancellationToken cancellationToken)
    {
        var sandboxId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var name = $"{SandboxLabels.ToolName}-{sandboxId}";
        // The first question to the engine; one that hangs is found here.
        var events = await Bounded.Ask(
            token => SandboxEvents.SubscribeAsync(engine, sandboxId, observer, time, token), SandboxTimes.Answer, time, cancellationToken);
        try
        {
            // Not to be cut off: the engine would go on, and create it after it was looked for.
            var id = await Bounded.Ask(
                token => engine.CreateContainerAsync(Container(spec, owner, sandboxId, name), token),
                SandboxTimes.Creation,
                time,
                CancellationToken.None);
            observer.Created(id, name);
            await Bounded.Ask(token => engine.StartContainerAsync(id, token), SandboxTimes.Creation, time, cancellationToken);
            var state = await Bounded.Ask(
                token => engine.InspectContainerAsync(id, token), SandboxTimes.Answer, time, cancellationToken);
            if (state is not { Running: true })
                throw await DiedAsync(id, state);

            var reader = engine.Info.IsLocal && state.Pid is { } pid ? CgroupReaders.Open(pid, id) : null;
            return new SandboxParts(
                engine,
                id,
                name,
                spec.User,
                LimitEnforcements.Of(engine.Info, spec, reader?.Read(time.GetUtcNow())),
                events,
                new EngineHealth(engine, events, time),
                new MainProcess(engine, id, time),
                new CgroupSampler(reader, observer, time),
                new KillLedger(observer, time),
                observer,
                time);
        }
        catch
        {
            // By name: a creation that was not answered has left no id here, but perhaps a container there.
            await SandboxRemoval.RemoveAsync(engine, name, observer, SandboxTimes.Removal, time);
            await events.DisposeAsync();
            throw;
        }
    }

    private static ContainerSpec Container(SandboxSpec spec, SandboxOwner owner, string sandboxId, string name) => new()
    {
        Name = name,
        Image = spec.Image,
        Platform = spec.Platform,
        Command = KeepAlive.Command,
        User = KeepAlive.UserBeside(spec.User),
        Hostname = spec.Hostname,
        Environment = spec.Environment,
        Labels = SandboxLabels.For(spec, owner, sandboxId),
        Mounts = spec.Mounts,
        Limits = spec.Limits,
        Network = spec.Network,
        WritableRoot = spec.WritableRoot,
    };

    private async Task<EngineException> DiedAsync(string id, ContainerState? state)
    {
        var why = state?.Error ?? await MainLogs.ReadAsync(engine, id, time) ?? "it wrote nothing";
        return new EngineException(
            EngineFault.ContainerStartFailed,
            state is null
                ? "The container was removed as it started."
                : $"The container ended as it started, with code {state.ExitCode}: {why}");
    }
}

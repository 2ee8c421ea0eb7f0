using System.Globalization;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// Removes sandboxes whose owner is dead. Where the owner's lease can be seen, it alone decides; where it cannot (another
/// machine or user on the same engine), the sandbox's own expiry does.
/// </summary>
public sealed class Reaper(LeaseDirectory leases, TimeProvider time)
{
    /// <summary>Removes what dead owners left on an engine, never what a living one uses.</summary>
    /// <exception cref="EngineException">The containers could not be listed.</exception>
    public async Task<Reaping> ReapAsync(IContainerEngine engine, CancellationToken cancellationToken)
    {
        var marked = new Dictionary<string, string> { [SandboxLabels.Tool] = SandboxLabels.ToolName };
        var sandboxes = await Bounded.Ask(
            token => engine.ListContainersAsync(marked, token), SandboxTimes.Removal, time, cancellationToken);
        var removed = new List<ContainerSummary>();
        var kept = new List<ContainerSummary>();
        var failed = new List<(ContainerSummary, EngineException)>();
        var canTell = leases.CanTell();
        foreach (var sandbox in sandboxes.Where(sandbox => IsAbandoned(sandbox, canTell)))
        {
            if (sandbox.Labels.ContainsKey(SandboxLabels.Keep))
            {
                kept.Add(sandbox);
                continue;
            }

            try
            {
                await Bounded.Ask(token => engine.RemoveContainerAsync(sandbox.Id, token), SandboxTimes.Removal, time, cancellationToken);
                removed.Add(sandbox);
            }
            catch (EngineException e)
            {
                failed.Add((sandbox, e));
            }
        }

        if (canTell)
            leases.Sweep();
        return new Reaping(removed, kept, failed);
    }

    private bool IsAbandoned(ContainerSummary sandbox, bool canTell)
    {
        if (canTell && sandbox.Labels.TryGetValue(SandboxLabels.Lease, out var lease) && leases.IsHeld(lease) is { } held)
            return !held;
        return sandbox.Labels.TryGetValue(SandboxLabels.Expires, out var text)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            && expires < time.GetUtcNow().ToUnixTimeSeconds();
    }
}

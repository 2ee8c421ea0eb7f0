namespace Harness.Engines.Sandboxes;

/// <summary>What a sandbox for some commands came to.</summary>
/// <param name="ContainerId">Full id of the container.</param>
/// <param name="Commands">How the commands ended that were run, in order.</param>
/// <param name="State">The container's state after them; null when it was gone or nobody answered.</param>
/// <param name="Removal">Ends when the container is gone, or could not be removed, which it says.</param>
public sealed record OneShotResult(
    string ContainerId,
    IReadOnlyList<SandboxCommandResult> Commands,
    ContainerState? State,
    Task<SandboxClosing> Removal);

namespace Harness.Engines.Sandboxes;

/// <summary>Who a sandbox belongs to, so that it can be removed when its owner has died.</summary>
/// <param name="Invocation">Id of the invocation.</param>
/// <param name="Lease"><see cref="Lease.Label"/> of the lease that the owner holds.</param>
/// <param name="ExpiresAt">When even those who cannot see the lease may remove it; later than the work can possibly last.</param>
public sealed record SandboxOwner(string Invocation, string Lease, DateTimeOffset ExpiresAt);

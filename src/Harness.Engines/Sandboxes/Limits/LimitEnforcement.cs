namespace Harness.Engines.Sandboxes.Limits;

/// <summary>How far a limit of a sandbox holds on the engine at hand.</summary>
/// <param name="Limit">The limit's name in a suite file, such as <c>memory</c>.</param>
/// <param name="By">What enforces it.</param>
/// <param name="Gap">What it does not hold for; null where it holds without exception.</param>
public sealed record LimitEnforcement(string Limit, string By, string? Gap = null);

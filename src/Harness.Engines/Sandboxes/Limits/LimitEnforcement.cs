namespace Harness.Engines.Sandboxes.Limits;

/// <summary>How far a limit of a sandbox holds on the engine at hand.</summary>
/// <param name="Limit">The limit's name in a suite file, such as <c>memory</c>.</param>
/// <param name="By">What enforces it.</param>
/// <param name="Gap">What it does not hold for; null where it holds without exception.</param>
/// <param name="Asked">Whether the gap is there because the sandbox was asked for like this, and not because of the engine.</param>
public sealed record LimitEnforcement(string Limit, string By, string? Gap = null, bool Asked = false);

namespace Harness.Suites.Linting;

/// <summary>A line that no pip can install.</summary>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record UnreadableRequirement(string Fault, SourcePosition Position);

namespace Harness.Suites.Linting;

/// <summary>A line that asks for a folder of the workspace.</summary>
/// <param name="Requirement">What it asks for.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record LocalProject(LocalRequirement Requirement, SourcePosition Position);

namespace Harness.Suites.Linting;

/// <summary>A line that asks for a folder or an archive of the workspace.</summary>
/// <param name="Requirement">What it asks for.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record LocalProject(LocalRequirement Requirement, SourcePosition Position)
{
    /// <summary>Whether the line is a path and nothing else, so that what it names is certain.</summary>
    public bool IsPlain { get; init; }
}

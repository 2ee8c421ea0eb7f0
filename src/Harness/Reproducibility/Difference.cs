namespace Harness.Reproducibility;

/// <summary>One difference between two runs.</summary>
/// <param name="Kind"><c>version</c>, <c>archive</c>, <c>missing</c>, <c>file</c>, <c>outcome</c> …</param>
/// <param name="Subject">The package, file or step.</param>
/// <param name="Left">The first run's value; null when it has none.</param>
/// <param name="Right">The second run's value; null when it has none.</param>
/// <param name="Benign">Whether a named rule explains it away.</param>
/// <param name="Rule">That rule's name.</param>
/// <param name="Package">The distribution that a file was built for; null: not known.</param>
public sealed record Difference(string Kind, string Subject, string? Left, string? Right, bool Benign = false, string? Rule = null, string? Package = null)
{
    /// <summary>The first lines that differ of a short text that was built, each with <c>-</c> or <c>+</c> before it; null: not known, or not one of the first files.</summary>
    public IReadOnlyList<string>? Lines { get; init; }
}

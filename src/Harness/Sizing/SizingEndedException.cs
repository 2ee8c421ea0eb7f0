using Harness.Reporting;

namespace Harness.Sizing;

/// <summary>A trial says nothing about the suite's size, so that the search cannot go on.</summary>
internal sealed class SizingEndedException(string message, int exitCode, IReadOnlyList<Finding> findings) : Exception(message)
{
    /// <summary>As the contract gives it.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Why it ended so.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}

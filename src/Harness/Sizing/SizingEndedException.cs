namespace Harness.Sizing;

/// <summary>A trial says nothing about the suite, so that the search cannot go on.</summary>
internal sealed class SizingEndedException(string message, int exitCode) : Exception(message)
{
    /// <summary>As the contract gives it.</summary>
    public int ExitCode { get; } = exitCode;
}

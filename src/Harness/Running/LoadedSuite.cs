using Harness.Suites;

namespace Harness.Running;

/// <summary>One suite file, read.</summary>
/// <param name="File">As messages name it.</param>
/// <param name="Suite">The suite; null when it is invalid.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
public sealed record LoadedSuite(string File, Suite? Suite, IReadOnlyList<SuiteDiagnostic> Diagnostics)
{
    /// <summary>The suite's name; of an invalid one, the name of its file.</summary>
    public string Name => Suite?.Name ?? Path.ChangeExtension(File, null).Replace('/', '-').Replace('\\', '-').ToLowerInvariant();
}

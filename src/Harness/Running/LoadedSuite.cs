using Harness.Suites;

namespace Harness.Running;

/// <summary>One suite file, read.</summary>
/// <param name="File">As messages name it.</param>
/// <param name="Name">The suite's name; of an invalid one that has none of its own, one after its file.</param>
/// <param name="Suite">The suite; null when it is invalid.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
public sealed record LoadedSuite(string File, string Name, Suite? Suite, IReadOnlyList<SuiteDiagnostic> Diagnostics);

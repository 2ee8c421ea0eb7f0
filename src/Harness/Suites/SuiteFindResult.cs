namespace Harness.Suites;

/// <summary>Suite files, found.</summary>
/// <param name="Files">Absolute paths in ordinal order, each once.</param>
/// <param name="Diagnostics">An error for each argument that names nothing, a warning for each folder that cannot be looked into.</param>
public sealed record SuiteFindResult(IReadOnlyList<string> Files, IReadOnlyList<SuiteDiagnostic> Diagnostics);

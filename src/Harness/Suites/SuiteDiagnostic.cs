namespace Harness.Suites;

/// <summary>Something wrong with a suite file or what it names.</summary>
/// <param name="Code">A code of the cause catalogue, such as <c>HARN1001</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Position">Where.</param>
/// <param name="Message">The fact and its cause, one line.</param>
/// <param name="Remedy">What to do, one line.</param>
public sealed record SuiteDiagnostic(
    string Code,
    DiagnosticSeverity Severity,
    SourcePosition Position,
    string Message,
    string Remedy);

namespace Harness.Suites;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The run goes on; the verdict mentions it.</summary>
    Warning,

    /// <summary>Nothing is run.</summary>
    Error,
}

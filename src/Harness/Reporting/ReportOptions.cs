using Harness.Reporting.JUnit;

namespace Harness.Reporting;

/// <summary>How the reports of an artifacts folder are written.</summary>
public sealed record ReportOptions
{
    /// <summary>The folder as the user named it, for paths in texts; null: its absolute path.</summary>
    public string? ShownAs { get; init; }

    /// <summary>How the JUnit report is written.</summary>
    public JUnitOptions JUnit { get; init; } = new();
}

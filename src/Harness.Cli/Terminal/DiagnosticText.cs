using Harness.Reporting;
using Harness.Suites;

namespace Harness.Cli.Terminal;

/// <summary>Diagnostics in the form of compilers.</summary>
internal static class DiagnosticText
{
    /// <summary>Two lines: the fact at its place, and the remedy.</summary>
    public static string Of(SuiteDiagnostic diagnostic)
    {
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return SafeText.Line($"{diagnostic.Position}: {severity} {diagnostic.Code}: {diagnostic.Message}", 1_000)
            + Environment.NewLine + "  remedy  " + SafeText.Line(diagnostic.Remedy, 1_000);
    }
}

using Harness.Diagnosis;
using Harness.Reporting;
using Harness.Running;
using Harness.Suites;

namespace Harness.Doctor.Checks;

/// <summary>What lint finds in the suites.</summary>
internal static class SuiteCheck
{
    public const string Name = "suite";

    public static IEnumerable<CheckResult> Of(LoadedSuites loaded, bool searched)
    {
        // Without arguments, finding nothing is where every newcomer begins.
        if (loaded.Suites.Count == 0 && searched)
            return [.. loaded.Settings.Diagnostics.Select(diagnostic => Diagnostic(diagnostic)), CheckResult.Warning(Name, "no-suite", "no smoke.yml below here")];
        return
        [
            .. loaded.Diagnostics.Select(diagnostic => Diagnostic(diagnostic)),
            .. loaded.Suites.SelectMany(Each),
        ];
    }

    private static IEnumerable<CheckResult> Each(LoadedSuite suite) => suite.Diagnostics.Count > 0
        ? suite.Diagnostics.Select(diagnostic => Diagnostic(diagnostic) with { Subject = suite.Name })
        : [CheckResult.Passed(Name, $"{suite.File} has {Amounts.Count(suite.Suite!.Tests.Count, "test")}") with { Subject = suite.Name }];

    private static CheckResult Diagnostic(SuiteDiagnostic diagnostic)
    {
        var cause = CauseCatalog.Find(diagnostic.Code)!.Name;
        var result = diagnostic.Severity == DiagnosticSeverity.Error
            ? CheckResult.Failed(Name, cause, diagnostic.Message, diagnostic.Remedy)
            : CheckResult.Warning(Name, cause, diagnostic.Message, diagnostic.Remedy);
        return result with { File = diagnostic.Position.File, Line = diagnostic.Position.Line, Column = diagnostic.Position.Column };
    }
}

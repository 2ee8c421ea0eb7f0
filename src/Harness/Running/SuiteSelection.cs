using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>Decides which of the suites that were read are run, before anything is written.</summary>
internal static class SuiteSelection
{
    /// <summary>Leaves out suites without a test that matches the filter; that none is left is an error, as is an output among a suite's wheels or sources.</summary>
    public static LoadedSuites Of(LoadedSuites loaded, string workingDirectory)
    {
        var skipped = loaded.Suites.Where(suite => suite.Suite is { Tests.Count: 0 }).ToList();
        var left = loaded.Suites.Except(skipped).ToList();
        var output = new ArtifactsFolder(Path.Combine(workingDirectory, loaded.Settings.Output)).Path;
        return loaded with
        {
            Suites = left,
            Skipped = [.. skipped.Select(suite => suite.Name)],
            Diagnostics =
            [
                .. loaded.Diagnostics,
                .. skipped.Count > 0 && !left.Any(suite => suite.Suite is not null) ? [NothingMatches(loaded.Settings.Filter)] : Array.Empty<SuiteDiagnostic>(),
                .. left.Select(suite => suite.Suite?.Python.Wheelhouse).OfType<string>().Distinct(StringComparer.Ordinal)
                    .Where(wheels => output == wheels || Links.IsInside(wheels, output)).Select(wheels => AmongWheels(loaded.Settings.Output, wheels)),
                // One that is marked already holds a run's files since a version that allowed it.
                .. left.Where(suite => output == FolderOf(suite, workingDirectory) && !Marker.IsIn(output)).Take(1).Select(suite => AmongSources(loaded.Settings.Output, suite.File)),
            ],
        };
    }

    private static string? FolderOf(LoadedSuite suite, string workingDirectory) => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(workingDirectory, suite.File)));

    private static SuiteDiagnostic NothingMatches(string? filter) => new(
        CauseCatalog.Get("option-invalid").Code, DiagnosticSeverity.Error, new("--filter"),
        $"No test of any suite matches the filter '{filter}'.",
        "Name part of a test's name, or leave the filter out.");

    private static SuiteDiagnostic AmongWheels(string output, string wheels) => new(
        CauseCatalog.Get("output-unusable").Code, DiagnosticSeverity.Error, new(output),
        $"The artifacts folder lies in {wheels}, from which a suite installs.",
        "Name another folder with --output.");

    private static SuiteDiagnostic AmongSources(string output, string suite) => new(
        CauseCatalog.Get("output-unusable").Code, DiagnosticSeverity.Error, new(output),
        $"The artifacts folder is that of {suite}: reports would lie among the suite's own files.",
        "Name a folder of its own with --output.");
}

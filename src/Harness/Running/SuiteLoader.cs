using Harness.Diagnosis;
using Harness.Reproducibility.Pinning;
using Harness.Suites;
using Harness.Suites.Linting;

namespace Harness.Running;

/// <summary>Finds, reads and filters the suites of an invocation.</summary>
public static class SuiteLoader
{
    /// <summary>Reads what the request names.</summary>
    public static LoadedSuites Load(RunRequest request)
    {
        var settings = RunSettings.Of(request);
        var found = SuiteFinder.Find(request.Suites, request.WorkingDirectory);
        var options = new SuiteReadOptions
        {
            WorkingDirectory = request.WorkingDirectory,
            Environment = request.Environment,
            Overrides = settings.Overrides,
        };
        List<string> files = [.. found.Files.Select(file => Path.GetRelativePath(request.WorkingDirectory, file))];
        List<SuiteReadResult> read = [.. found.Files.Select(file => Linted(Upgraded(SuiteReader.Read(file, For(file)), settings.Overrides), request.ReplacesPins))];
        var names = SuiteNames.Of(files, read);
        return new(
            [.. settings.Diagnostics, .. found.Diagnostics, .. SuiteSet.Check([.. read.Select(result => result.Suite).OfType<Suite>()])],
            [.. read.Select((result, index) => new LoadedSuite(files[index], names[index], Filter(result.Suite, settings.Filter), result.Diagnostics))],
            settings);

        SuiteReadOptions For(string file) => request.SuiteValues.TryGetValue(file, out var values) ? options with { Values = values } : options;
    }

    /// <summary>A diagnostic as the cause that the records hold.</summary>
    public static Cause Cause(SuiteDiagnostic diagnostic) => new()
    {
        Name = CauseCatalog.Find(diagnostic.Code)!.Name,
        Code = diagnostic.Code,
        Confidence = 1,
        Summary = diagnostic.Message,
        Remedy = diagnostic.Remedy,
        File = diagnostic.Position.File,
        Line = diagnostic.Position.Line,
        Column = diagnostic.Position.Column,
    };

    private static SuiteReadResult Upgraded(SuiteReadResult read, SuiteOverrides overrides)
    {
        if (read.Suite is not { } suite || overrides.Upgrade != true)
            return read;
        var absent = PinnedInputs.Absent(suite);
        return read with
        {
            Suite = absent.Count > 0 ? null : PinnedInputs.Without(suite),
            Diagnostics = [.. read.Diagnostics, .. absent],
        };
    }

    private static SuiteReadResult Linted(SuiteReadResult read, bool replacesPins)
    {
        if (read.Suite is not { } suite)
            return read; // what it names is looked into when it can be relied on
        var found = SuiteLinter.Check(replacesPins ? PinnedInputs.Without(suite) : suite);
        return read with
        {
            Suite = found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : suite,
            Diagnostics = [.. read.Diagnostics, .. found],
        };
    }

    private static Suite? Filter(Suite? suite, string? filter) => suite is null || filter is null
        ? suite
        : suite with { Tests = [.. suite.Tests.Where(test => test.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))] };
}

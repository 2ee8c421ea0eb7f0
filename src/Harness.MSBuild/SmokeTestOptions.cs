using System.Globalization;
using Harness.Diagnosis;
using Harness.Engines;
using Harness.Reporting.JUnit;
using Harness.Running;
using Harness.Suites;
using Microsoft.Build.Framework;

namespace Harness.MSBuild;

/// <summary>The properties and items of a project as the core asks for them.</summary>
internal static class SmokeTestOptions
{
    // Metadata that stands in for single values of the suite file.
    private static readonly (string Metadata, string Key)[] Values =
    [
        ("Name", "name"), ("Image", "image"), ("Platform", "platform"), ("User", "user"), ("Runs", "runs"), ("SourceBuilds", "source-builds"),
    ];

    /// <summary>The request, and what is wrong with the options.</summary>
    public static (RunRequest Request, IReadOnlyList<SuiteDiagnostic> Errors) Read(RunSmokeTests task)
    {
        var errors = new List<SuiteDiagnostic>();
        var engine = Text(task.Engine) is { } name ? EngineChoices.Find(name) : null;
        if (engine is null && Text(task.Engine) is { } unknown)
            errors.Add(Wrong("SmokeTestEngine", $"'{unknown}' is not known; {EngineChoices.Names} is expected."));
        var dialect = Text(task.JUnitDialect) is { } form ? JUnitDialects.Find(form) : null;
        if (dialect is null && Text(task.JUnitDialect) is { } strange)
            errors.Add(Wrong("SmokeTestJUnitDialect", $"'{strange}' is not known; {JUnitDialects.Names} is expected."));

        var files = (task.Suites ?? []).Select(item => (Item: item, Path: Path.GetFullPath(item.ItemSpec, task.ProjectDirectory))).ToList();
        var request = new RunRequest
        {
            Suites = [.. files.Select(file => file.Path)],
            WorkingDirectory = task.ProjectDirectory,
            Output = Text(task.Output),
            Engine = engine,
            Overrides = new()
            {
                Runs = Number("SmokeTestRuns", task.Runs, Suite.MaxRuns, errors),
                AllowUnpinned = task.AllowUnpinned ? true : null,
                AllowOutside = task.AllowOutside ? true : null,
            },
            SuiteValues = files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, file => (IReadOnlyDictionary<string, string>)ValuesOf(file.Item)),
            Filter = Text(task.Filter),
            Jobs = Number("SmokeTestJobs", task.Jobs, int.MaxValue, errors),
            MemoryBudgetBytes = Budget("SmokeTestMemoryBudget", task.MemoryBudget, errors),
            Offline = task.Offline ? true : null,
            Baseline = Text(task.Baseline),
            JUnitDialect = dialect,
            Environment = Environment(task.EnvironmentVariables, errors),
        };
        return (request, errors);
    }

    private static Dictionary<string, string> ValuesOf(ITaskItem item) => Values
        .Select(value => (value.Key, Text: item.GetMetadata(value.Metadata)))
        .Where(value => value.Text.Length > 0)
        .ToDictionary(value => value.Key, value => value.Text);

    private static int? Number(string property, string? text, int most, List<SuiteDiagnostic> errors)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        errors.Add(Wrong(property, $"'{text}' is not a whole number {(most == int.MaxValue ? "from 1" : $"from 1 to {most}")}."));
        return null;
    }

    private static long? Budget(string property, string? text, List<SuiteDiagnostic> errors)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (MemoryBudget.Parse(text) is { } bytes)
            return bytes;
        errors.Add(Wrong(property, $"'{text}' is not {MemoryBudget.Expected}."));
        return null;
    }

    private static Dictionary<string, string> Environment(string[]? own, List<SuiteDiagnostic> errors)
    {
        var environment = new Dictionary<string, string>(CallerEnvironment.Read(), StringComparer.Ordinal);
        foreach (var entry in own ?? [])
        {
            if (entry.Split('=', 2) is [{ Length: > 0 } name, var value])
                environment[name] = value;
            else
                errors.Add(Wrong("SmokeTestEnvironment", $"'{entry}' is not NAME=VALUE."));
        }

        return environment;
    }

    // A property that is not set arrives as nothing or as the empty text.
    private static string? Text(string? property) => string.IsNullOrEmpty(property) ? null : property;

    private static SuiteDiagnostic Wrong(string property, string what) =>
        new(CauseCatalog.Get("option-invalid").Code, DiagnosticSeverity.Error, new(property), $"{property}: {what}", "Correct the property.");
}

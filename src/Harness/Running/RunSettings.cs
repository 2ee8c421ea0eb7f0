using Harness.Engines;
using Harness.Reporting.JUnit;
using Harness.Suites;

namespace Harness.Running;

/// <summary>A request with everything decided: what the caller asked for, else the environment, else the default.</summary>
/// <param name="Output">The artifacts folder, relative to the working directory or absolute.</param>
/// <param name="Engine">Which engine.</param>
/// <param name="Filter">Runs only tests whose name holds this; null: all.</param>
/// <param name="Jobs">Sandboxes at once; null: as many as there are CPUs.</param>
/// <param name="MemoryBudgetBytes">Memory that the sandboxes may be granted together, in bytes; null: four fifths of the machine's.</param>
/// <param name="Offline">Pulls nothing.</param>
/// <param name="Baseline">An artifacts folder or record of an earlier run to compare with; null: none.</param>
/// <param name="Keep">Leaves the containers for somebody to look into.</param>
/// <param name="JUnitDialect">The dialect of <c>junit.xml</c>.</param>
/// <param name="Overrides">What overrides the suite files.</param>
/// <param name="Diagnostics">One error for each variable of the environment that is bad.</param>
public sealed record RunSettings(
    string Output,
    EngineChoice Engine,
    string? Filter,
    int? Jobs,
    long? MemoryBudgetBytes,
    bool Offline,
    string? Baseline,
    bool Keep,
    JUnitDialect JUnitDialect,
    SuiteOverrides Overrides,
    IReadOnlyList<SuiteDiagnostic> Diagnostics)
{
    /// <summary>Where the artifacts go when nobody says.</summary>
    public const string DefaultOutput = "artifacts/smoke";

    /// <summary>
    /// Decides. The environment's variables are <c>HARNESS_OUTPUT</c>, <c>HARNESS_ENGINE</c>, <c>HARNESS_FILTER</c>,
    /// <c>HARNESS_JOBS</c>, <c>HARNESS_MEMORY_BUDGET</c>, <c>HARNESS_OFFLINE</c>, <c>HARNESS_BASELINE</c>,
    /// <c>HARNESS_KEEP</c>, <c>HARNESS_JUNIT_DIALECT</c>, and those of <see cref="SuiteOverrides"/>.
    /// </summary>
    public static RunSettings Of(RunRequest request)
    {
        var overrides = SuiteOverrides.FromEnvironment(request.Environment);
        var environment = new EnvironmentDecisions(request.Environment);
        return new(
            request.Output ?? environment.Text("HARNESS_OUTPUT") ?? DefaultOutput,
            request.Engine ?? environment.Choice("HARNESS_ENGINE", EngineChoices.Names, EngineChoices.Find) ?? EngineChoice.Auto,
            request.Filter ?? environment.Text("HARNESS_FILTER"),
            request.Jobs ?? environment.Number("HARNESS_JOBS"),
            request.MemoryBudgetBytes ?? environment.Choice("HARNESS_MEMORY_BUDGET", MemoryBudget.Expected, MemoryBudget.Parse),
            request.Offline ?? environment.Flag("HARNESS_OFFLINE") ?? false,
            request.Baseline ?? environment.Text("HARNESS_BASELINE"),
            request.Keep ?? environment.Flag("HARNESS_KEEP") ?? false,
            request.JUnitDialect ?? environment.Choice("HARNESS_JUNIT_DIALECT", JUnitDialects.Names, JUnitDialects.Find) ?? JUnitDialect.Rich,
            request.Overrides.Over(overrides.Overrides),
            [.. overrides.Diagnostics, .. environment.Diagnostics]);
    }
}

using System.Globalization;

namespace Harness.Suites;

/// <summary>What a caller decides instead of the suite file; null: not decided.</summary>
public sealed record SuiteOverrides
{
    /// <summary>Instead of <c>runs</c>.</summary>
    public int? Runs { get; init; }

    /// <summary>Whether an image without digest is accepted, with a warning.</summary>
    public bool? AllowUnpinned { get; init; }

    /// <summary>Whether paths may leave the suite's folder.</summary>
    public bool? AllowOutside { get; init; }

    /// <summary>
    /// Reads <c>HARNESS_RUNS</c>, <c>HARNESS_ALLOW_UNPINNED</c> and <c>HARNESS_ALLOW_OUTSIDE</c>; empty counts as not set.
    /// </summary>
    public static SuiteOverridesResult FromEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        var diagnostics = new List<SuiteDiagnostic>();
        return new(
            new()
            {
                Runs = ReadRuns(environment, "HARNESS_RUNS", diagnostics),
                AllowUnpinned = ReadFlag(environment, "HARNESS_ALLOW_UNPINNED", diagnostics),
                AllowOutside = ReadFlag(environment, "HARNESS_ALLOW_OUTSIDE", diagnostics),
            },
            diagnostics);
    }

    /// <summary>These, and where they decide nothing, <paramref name="weaker"/>.</summary>
    public SuiteOverrides Over(SuiteOverrides weaker) => new()
    {
        Runs = Runs ?? weaker.Runs,
        AllowUnpinned = AllowUnpinned ?? weaker.AllowUnpinned,
        AllowOutside = AllowOutside ?? weaker.AllowOutside,
    };

    private static int? ReadRuns(IReadOnlyDictionary<string, string> environment, string name, List<SuiteDiagnostic> diagnostics)
    {
        if (!environment.TryGetValue(name, out var text) || text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs is >= 1 and <= Suite.MaxRuns)
            return runs;

        diagnostics.Add(Bad(name, text, $"a whole number from 1 to {Suite.MaxRuns}"));
        return null;
    }

    private static bool? ReadFlag(IReadOnlyDictionary<string, string> environment, string name, List<SuiteDiagnostic> diagnostics)
    {
        if (!environment.TryGetValue(name, out var text) || text.Length == 0)
            return null;

        switch (text.ToLowerInvariant())
        {
            case "1" or "true" or "yes" or "on":
                return true;
            case "0" or "false" or "no" or "off":
                return false;
            default:
                diagnostics.Add(Bad(name, text, "true or false"));
                return null;
        }
    }

    private static SuiteDiagnostic Bad(string name, string text, string expected) => new(
        Reading.SuiteCodes.Invalid,
        DiagnosticSeverity.Error,
        new SourcePosition(name),
        $"The environment variable {name} must be {expected}, but is {Wording.DisplayText.Quote(text)}.",
        $"Set it to {expected}, or unset it.");
}

using Harness.Suites.Reading;

namespace Harness.Suites;

/// <summary>The suites of one invocation, together.</summary>
public static class SuiteSet
{
    /// <summary>An error for each suite whose name an earlier one has: names are folders of the artifacts, and names in JUnit.</summary>
    public static IReadOnlyList<SuiteDiagnostic> Check(IReadOnlyList<Suite> suites)
    {
        var first = new Dictionary<string, Suite>(StringComparer.Ordinal);
        var diagnostics = new List<SuiteDiagnostic>();
        foreach (var suite in suites)
        {
            if (first.TryAdd(suite.Name, suite))
                continue;

            diagnostics.Add(new(
                SuiteCodes.Invalid,
                DiagnosticSeverity.Error,
                suite.Positions.GetValueOrDefault("name") ?? new SourcePosition(suite.DisplayFile),
                $"Two suites of this invocation are named '{suite.Name}'; the other is {first[suite.Name].DisplayFile}.",
                "Give each suite a name of its own, or run them one at a time with outputs of their own."));
        }

        return diagnostics;
    }
}

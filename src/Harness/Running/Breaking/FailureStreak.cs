using System.Collections.Immutable;
using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Running.Breaking;

/// <summary>Failures of one cause with no success between them.</summary>
/// <param name="First">The cause that the first one had.</param>
/// <param name="Suites">Which suites had it, first to last; one that fails again is not counted again.</param>
internal sealed record FailureStreak(Cause First, ImmutableList<string> Suites)
{
    /// <summary>The streak after another end.</summary>
    /// <param name="before">The streak so far; null: there is none.</param>
    /// <param name="suite">Whose end it is.</param>
    /// <param name="failure">Why it failed; null: it did not.</param>
    public static FailureStreak? After(FailureStreak? before, string suite, Cause? failure)
    {
        if (failure is null)
            return null;
        if (before is null || before.First.Name != failure.Name)
            return new(failure, [suite]);
        return before.Suites.Contains(suite) ? before : before with { Suites = before.Suites.Add(suite) };
    }

    /// <summary>The streak as the records tell it.</summary>
    public OpenCircuit Of(string dependency) => new(dependency, First.Name, Suites.Count, Suites[0], First.Summary);
}

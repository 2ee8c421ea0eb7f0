using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting;

/// <summary>One thing that went wrong, and what else may explain it.</summary>
/// <param name="Cause">The most likely cause.</param>
/// <param name="Rivals">Less likely causes of the same end.</param>
internal sealed record CauseGroup(Cause Cause, IReadOnlyList<Cause> Rivals)
{
    /// <summary>
    /// What went wrong in a suite, the decisive first. Each fault of an invalid suite stands alone, and so does each further step that
    /// did not end as expected: it has to be mended as well.
    /// </summary>
    public static IReadOnlyList<CauseGroup> Of(SuiteResult result)
    {
        if (result.Causes is not [var first, ..])
            return [];
        return
        [
            .. result.Causes.GroupBy(cause => result.Verdict is Verdict.Invalid ? cause : IsBesides(first, cause) ? cause.Step ?? (object)cause : first)
                .Select(group => new CauseGroup(group.First(), [.. group.Skip(1)])),
        ];
    }

    // That the runs differ in what a step did, and how it ended in one of them, is one thing; a fault of the whole attempt explains what it left.
    private static bool IsBesides(Cause first, Cause other)
    {
        if (DriftCause.Is(first))
            return other.Step is not null && other.Step != first.Subject;
        return first.Step is not null && (DriftCause.Is(other) ? other.Subject != first.Step : other.Step is not null && other.Step != first.Step);
    }
}

using Harness.Diagnosis;

namespace Harness.Evidence;

/// <summary>The record a suite has until a better one replaces it, so that a process that is killed leaves a true one behind.</summary>
public static class DidNotFinish
{
    /// <summary>Creates it.</summary>
    /// <param name="suite">The suite's name.</param>
    /// <param name="file">The suite file, as the user named it.</param>
    /// <param name="startedAt">When the invocation started, UTC.</param>
    /// <param name="evidence">What it was found by; null: the record itself, which was never replaced.</param>
    public static SuiteResult Of(string suite, string file, DateTimeOffset startedAt, EvidenceLine? evidence = null)
    {
        var kind = CauseCatalog.Get("did-not-finish");
        return new SuiteResult
        {
            Suite = suite,
            File = file,
            Verdict = Verdict.Interrupted,
            StartedAt = startedAt,
            Causes =
            [
                new Cause
                {
                    Name = kind.Name,
                    Code = kind.Code,
                    Confidence = 1,
                    Summary = $"The suite {suite} did not come to an end.",
                    Evidence = [evidence ?? new EvidenceLine("record", "the record written at the start was never replaced")],
                    Remedy = kind.Remedy,
                    File = file,
                },
            ],
        };
    }
}

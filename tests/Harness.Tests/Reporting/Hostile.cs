using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Tests.Reporting;

/// <summary>A record that says the same hostile thing everywhere.</summary>
public static class Hostile
{
    public static SuiteResult Result(string text)
    {
        var cause = new Cause
        {
            Name = text,
            Code = text,
            Confidence = 0.5,
            Summary = text,
            Remedy = text,
            File = text,
            Line = 1,
            Column = 1,
            Subject = text,
            WouldSettle = text,
            Evidence = [new EvidenceLine(text, text)],
            Contradictions = [new EvidenceLine(text, text)],
        };
        var attempt = Samples.Attempt(1, Outcome.Failed,
            [Samples.Step(text, Outcome.Failed, 1) with { Unmet = [text] }, Samples.Step(text, Outcome.Skipped), Samples.Step("test:" + text, Outcome.Passed)]);
        return Samples.Suite(text, Verdict.Failed, [new Run(1, Outcome.Failed, [attempt, attempt with { Causes = [cause] }])]) with
        {
            File = text,
            Causes = [cause, cause],
            Warnings = [cause],
            Image = new ImageEvidence(text, text),
            Engine = new EngineEvidence(text, text),
            Reproducibility = new Comparison(
                ReproducibilityVerdict.ContentDrift,
                [new Difference(text, text, text, text), new Difference("file", text, text, text), new Difference("file", text, null, text, true, text)]),
        };
    }
}

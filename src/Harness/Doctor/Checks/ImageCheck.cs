using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Doctor.Checks;

/// <summary>Whether a suite's image can be had, for the platform that is wanted, and a sandbox started from it.</summary>
internal static class ImageCheck
{
    public const string Name = "image";

    public static CheckResult Of(SuiteFacts facts)
    {
        var suite = facts.Suite;
        if (facts.Fault is not { } fault)
            return CheckResult.Passed(Name, $"{suite.Image} is on the engine, for {facts.Image!.Platform}") with { Subject = suite.Name };
        var redactor = Redactor.Create(suite.Secrets);
        var cause = Diagnoser.Explain(new AttemptEvidence
        {
            About = SuiteEvidence.Of(suite, redactor),
            Fault = Fault.Of(fault, redactor),
        })[0];
        return new CheckResult(Name, CheckStatus.Failed, cause.Summary)
        {
            Subject = suite.Name,
            Code = cause.Code,
            Cause = cause.Name,
            Remedy = cause.Remedy,
            File = cause.File,
            Line = cause.Line,
            Column = cause.Column,
        };
    }
}

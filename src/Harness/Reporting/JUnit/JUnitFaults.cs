using System.Text;
using Harness.Diagnosis;
using Harness.Evidence;

namespace Harness.Reporting.JUnit;

/// <summary>Writes out why a testcase did not pass. Some consumers show the message only, some the body only, so both begin alike.</summary>
internal sealed class JUnitFaults(SuiteResult result, SuiteFolder folder, JUnitBudget budget)
{
    private const int LongestMessage = 1_000;
    private const int LongestEvidence = 2_000;
    private const int LogLines = 20;

    /// <summary>The fault of a step.</summary>
    public JUnitFault OfStep(Attempt attempt, StepResult step)
    {
        var cause = CauseOf(attempt, step);
        var isError = FaultClass.IsInfrastructure(result, step.Outcome, cause);
        if (cause is not null)
            return OfCause(cause, isError, Others(attempt, cause), Tail(step));
        var details = new StringBuilder();
        foreach (var unmet in step.Unmet ?? [])
            details.Append(unmet).Append('\n');
        return Fault(isError, isError ? "unknown" : "test-failed", Wording.End(step), details.ToString(), Tail(step));
    }

    /// <summary>The fault of an attempt that failed outside its steps.</summary>
    public JUnitFault OfAttempt(Attempt attempt)
    {
        var cause = CauseOf(attempt);
        return cause is not null
            ? OfCause(cause, FaultClass.IsInfrastructure(result, attempt.Outcome, cause), Others(attempt, cause))
            : Fault(
                FaultClass.IsInfrastructure(result, attempt.Outcome, null),
                "unknown",
                $"the attempt ended: {Wording.Of(attempt.Outcome)}",
                "",
                "");
    }

    /// <summary>The fault that a cause stands for.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="isError">Infrastructure, rather than the tests.</param>
    /// <param name="others">Causes that are less likely.</param>
    /// <param name="tail">What was printed last.</param>
    public JUnitFault OfCause(Cause cause, bool isError, IEnumerable<Cause>? others = null, string tail = "")
    {
        var details = new StringBuilder();
        foreach (var evidence in Wording.Evidence(cause))
            details.Append(Line(evidence.Source, evidence.Text));
        foreach (var against in cause.Contradictions)
            details.Append(Line("against", $"{against.Source}: {against.Text}"));
        if (Wording.Doubt(cause) is { } doubt)
            details.Append(Line("confidence", doubt));
        foreach (var other in others ?? [])
            details.Append(Line("possibly", Wording.Rival(other)));
        details.Append(Line("remedy", cause.Remedy));
        return Fault(isError, cause.Name, Wording.Headline(cause), details.ToString(), tail);
    }

    /// <summary>A fault in words.</summary>
    public JUnitFault Fault(bool isError, string type, string headline, string details, string tail)
    {
        var message = SafeText.Line(headline, LongestMessage);
        var body = new StringBuilder(message).Append('\n');
        if (details.Length > 0)
            body.Append('\n').Append(TextCut.Middle(details, budget.TextLength));
        if (tail.Length > 0)
            body.Append('\n').Append(TextCut.Middle(tail, budget.TextLength));
        return new JUnitFault(isError, SafeText.Line(type, 100) is { Length: > 0 } known ? known : "unknown", message, body.ToString());
    }

    /// <summary>The cause of a step's end: the one that names it, or the first one if it is the step that decided.</summary>
    public Cause? CauseOf(Attempt attempt, StepResult step)
    {
        var causes = attempt.Causes is { Count: > 0 } own ? own : result.Causes;
        return causes.FirstOrDefault(cause => cause.Step == step.Name)
            ?? (attempt.Steps.FirstOrDefault(Deciding.IsAgainst)?.Name == step.Name
                ? causes.FirstOrDefault(cause => cause.Step is null || attempt.Steps.All(other => other.Name != cause.Step))
                : null);
    }

    /// <summary>The cause of an attempt's end.</summary>
    public Cause? CauseOf(Attempt attempt) => attempt.Causes.Concat(result.Causes).FirstOrDefault();

    private IEnumerable<Cause> Others(Attempt attempt, Cause cause) =>
        (attempt.Causes is { Count: > 0 } own ? own : result.Causes).Where(other => other != cause && other.Step == cause.Step);

    private static string Line(string label, string text) => $"{label}: {TextCut.Middle(text, LongestEvidence)}\n";

    private string Tail(StepResult step)
    {
        if (budget.FailingLogBytes == 0 || (folder.Find(step.Stderr) ?? folder.Find(step.Stdout)) is not { } log)
            return "";
        var lines = LogExcerpt.Read(log, 0, Math.Min(8 << 10, budget.FailingLogBytes)).TrimEnd().Split('\n');
        var name = log == folder.Find(step.Stderr) ? "standard error" : "standard output";
        return $"The end of {name}:\n{string.Join('\n', lines.TakeLast(LogLines))}\n";
    }
}

using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reporting;
using Harness.Suites;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Harness.MSBuild;

/// <summary>Tells findings in MSBuild's way. What a tested program printed never becomes a diagnostic or a command of its own.</summary>
/// <param name="log">The task's log.</param>
/// <param name="projectDirectory">Absolute path that files are relative to.</param>
/// <param name="projectFile">The file that is named where no file of the user's is at fault.</param>
internal sealed class BuildLog(TaskLoggingHelper log, string projectDirectory, string projectFile)
{
    private const int LongestText = 1_000;

    public void Message(MessageImportance importance, string text) => log.LogMessage(importance, SafeText.BuildLine(text, LongestText));

    /// <summary>Tells what a suite came to: its headline, its errors with what carries them, its warnings.</summary>
    public void Result(SuiteResult result, ArtifactsFolder artifacts, string comment = "")
    {
        var folder = artifacts.Suite(result.Suite);
        Message(MessageImportance.High, TextSummary.Headline(result) + comment);
        var errors = Findings.Errors(result, folder, artifacts.Path);
        foreach (var error in errors)
            Error(error);
        if (Findings.Dropped(result) is > 0 and var dropped)
            Message(MessageImportance.High, $"{dropped} more in {folder.Result}");
        if (errors.Count == 0 && result.Verdict is not Verdict.Passed)
            Error(Nameless(result, folder));
        foreach (var line in result.Baseline is { } baseline ? BaselineText.Lines(baseline) : [])
            Message(MessageImportance.High, line);
        foreach (var warning in Findings.Warnings(result))
            Warning(warning);
    }

    /// <summary>Tells what is wrong with options or suite files.</summary>
    public void Diagnostic(SuiteDiagnostic diagnostic)
    {
        var finding = new Finding(
            CauseCatalog.Find(diagnostic.Code)!.Name, diagnostic.Code, diagnostic.Position, diagnostic.Message, [], diagnostic.Remedy);
        if (diagnostic.Severity == DiagnosticSeverity.Error)
            Error(finding);
        else
            Warning(finding);
    }

    /// <summary>Tells of a failure outside of every suite.</summary>
    public void Failure(string cause, string text, string? remedy = null)
    {
        var kind = CauseCatalog.Get(cause);
        Error(new(kind.Name, kind.Code, new(projectFile), text, [], remedy ?? kind.Remedy));
    }

    private void Error(Finding finding)
    {
        var (file, line, column) = Place(finding.Position);
        log.LogError(null, finding.Code, finding.Name, null, file, line, column, 0, 0, Text(finding));
        foreach (var (source, text) in finding.Details.Concat(finding.Rivals))
            Message(MessageImportance.High, $"{source,-12} {text}");
    }

    private void Warning(Finding finding)
    {
        var (file, line, column) = Place(finding.Position);
        log.LogWarning(null, finding.Code, finding.Name, null, file, line, column, 0, 0, Text(finding));
    }

    // All in one line: terminals show errors and no messages, and servers make annotations of errors only.
    private static string Text(Finding finding)
    {
        var fact = SafeText.Line(finding.Text, LongestText).TrimEnd('.');
        var remedy = SafeText.Line(finding.Remedy, LongestText).TrimEnd('.');
        var see = finding.See is { } path ? $" See {path}" : "";
        return SafeText.BuildLine($"{fact}. {remedy}.{see}", 4 * LongestText);
    }

    private (string File, int Line, int Column) Place(SourcePosition position)
    {
        var file = Path.Combine(projectDirectory, position.File);
        return File.Exists(file)
            ? (SafeText.Line(Path.GetFullPath(file), LongestText), position.Line ?? 0, position.Column ?? 0)
            : (projectFile, 0, 0);
    }

    private static Finding Nameless(SuiteResult result, SuiteFolder folder)
    {
        var kind = CauseCatalog.Get("unknown");
        return new(kind.Name, kind.Code, new(result.File), TextSummary.Headline(result), [], kind.Remedy, folder.Result);
    }
}

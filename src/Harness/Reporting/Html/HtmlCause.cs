using Harness.Diagnosis;
using Harness.Suites;

namespace Harness.Reporting.Html;

/// <summary>A cause with what carries it and what to do.</summary>
internal static class HtmlCause
{
    /// <summary>Adds a cause.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="suiteFile">The suite's file, for what has no place of its own.</param>
    /// <param name="see">The log that shows most, below the report's folder; null where there is none.</param>
    /// <param name="isRival">Whether it is a less likely cause of the same end.</param>
    public static void Write(HtmlText page, Cause cause, string suiteFile, string? see = null, bool isRival = false)
    {
        page.Markup(isRival ? "<details class=\"cause\"><summary>" : "<article class=\"cause\">\n");
        if (isRival)
            page.Text($"possibly ({Amounts.Percent(cause.Confidence)}): ").Element("code", $"{cause.Code} {cause.Name}").Text($" {cause.Summary}").Markup("</summary>");
        else
            page.Markup("<h3>").Element("code", cause.Code).Markup(" ").Element("code", cause.Name, "name").Markup("</h3>\n").Element("p", cause.Summary, "summary");
        page.Markup("\n<p class=\"remedy\"><strong>Remedy:</strong> ").Text(cause.Remedy).Markup("</p>\n<dl>\n");
        Position(page.Element("dt", "at").Markup("<dd>"), cause, suiteFile).Markup("</dd>\n");
        foreach (var line in Wording.Evidence(cause))
            Line(page, line.Source, line.Text, null);
        foreach (var line in cause.Contradictions)
            Line(page, $"against: {line.Source}", line.Text, "against");
        if (Wording.Doubt(cause) is { } doubt)
            page.Element("dt", "confidence").Element("dd", doubt).Markup("\n");
        if (see is not null)
            page.Element("dt", "see").Markup("<dd>").Link(see, see).Markup("</dd>\n");
        if (!isRival)
            Line(page, "more", NextCommands.Of(cause, suiteFile), null);
        page.Markup(isRival ? "</dl>\n</details>\n" : "</dl>\n</article>\n");
    }

    public static void Warning(HtmlText page, Cause cause, string suiteFile) =>
        Position(page.Markup("<p class=\"warning\"><strong>Warning</strong> ").Element("code", cause.Code).Text($" {cause.Summary} {cause.Remedy} At ").Markup("<code>"), cause, suiteFile)
            .Markup("</code></p>\n");

    private static void Line(HtmlText page, string source, string text, string? cssClass) =>
        page.Element("dt", source, cssClass).Markup("<dd>").Element("code", TextCut.Middle(text, 2_000)).Markup("</dd>\n");

    // On a narrow page a path breaks anywhere, its line and column nowhere.
    private static HtmlText Position(HtmlText page, Cause cause, string suiteFile)
    {
        var file = cause.File ?? suiteFile;
        var place = new SourcePosition(file, cause.File is null ? null : cause.Line, cause.Column).ToString();
        return page.Text(file).Markup("<wbr/>").Element("span", place[file.Length..], "nowrap").Text(Subject(cause));
    }

    private static string Subject(Cause cause) =>
        (cause.Step is { } step ? $", step {step}" : "")
        // The subject of a failed test is the test.
        + (cause.Subject is { } subject && cause.Step?.EndsWith($":{subject}", StringComparison.Ordinal) != true ? $", {subject}" : "");
}

using Harness.Diagnosis;
using Harness.Suites;

namespace Harness.Reporting.Html;

/// <summary>A cause with what carries it and what to do.</summary>
internal static class HtmlCause
{
    public static void Write(HtmlText page, Cause cause, string suiteFile, bool isRival = false)
    {
        page.Markup(isRival ? "<details class=\"cause\"><summary>" : "<article class=\"cause\">\n");
        if (isRival)
            page.Text($"possibly ({Amounts.Percent(cause.Confidence)}): ").Element("code", $"{cause.Code} {cause.Name}").Text($" {cause.Summary}").Markup("</summary>");
        else
            page.Markup("<h3>").Element("code", cause.Code).Markup(" ").Element("code", cause.Name, "name").Markup("</h3>\n").Element("p", cause.Summary, "summary");
        page.Markup("\n<p class=\"remedy\"><strong>Remedy:</strong> ").Text(cause.Remedy).Markup("</p>\n<dl>\n");
        page.Element("dt", "at").Element("dd", Position(cause, suiteFile)).Markup("\n");
        foreach (var line in Wording.Evidence(cause))
            Line(page, line.Source, line.Text, null);
        foreach (var line in cause.Contradictions)
            Line(page, $"against: {line.Source}", line.Text, "against");
        if (Wording.Doubt(cause) is { } doubt)
            page.Element("dt", "confidence").Element("dd", doubt).Markup("\n");
        page.Markup(isRival ? "</dl>\n</details>\n" : "</dl>\n</article>\n");
    }

    public static void Warning(HtmlText page, Cause cause, string suiteFile) =>
        page.Markup("<p class=\"warning\"><strong>Warning</strong> ").Element("code", cause.Code).Text($" {cause.Summary} {cause.Remedy} (")
            .Element("code", Position(cause, suiteFile)).Markup(")</p>\n");

    private static void Line(HtmlText page, string source, string text, string? cssClass) =>
        page.Element("dt", source, cssClass).Markup("<dd>").Element("code", TextCut.Middle(text, 2_000)).Markup("</dd>\n");

    private static string Position(Cause cause, string suiteFile) =>
        new SourcePosition(cause.File ?? suiteFile, cause.File is null ? null : cause.Line, cause.Column).ToString()
        + (cause.Step is { } step ? $", step {step}" : "")
        // The subject of a failed test is the test.
        + (cause.Subject is { } subject && cause.Step?.EndsWith($":{subject}", StringComparison.Ordinal) != true ? $", {subject}" : "");
}

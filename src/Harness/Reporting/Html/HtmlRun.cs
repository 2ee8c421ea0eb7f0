using System.Globalization;
using Harness.Evidence;
using Harness.Suites.Wording;

namespace Harness.Reporting.Html;

/// <summary>One run: each attempt with its timeline, its steps and their logs.</summary>
internal static class HtmlRun
{
    private static readonly string[] Files =
        ["freeze.txt", "inspect.json", "install-report.json", "files.jsonl", "pip.log", "resources.jsonl", "engine-events.jsonl", "environment.json"];

    public static void Write(HtmlText page, Run run, SuiteResult result, SuiteFolder folder, string id, HtmlBudget budget)
    {
        var model = run.Outcome is Outcome.Passed ? null : result.Runs.FirstOrDefault(earlier => earlier.Index < run.Index && EndedAlike(earlier, run));
        var open = run.Outcome is not Outcome.Passed && model is null || result.Verdict is Verdict.Passed && run.Index == 1;
        page.Markup($"<details class=\"run {Css(run.Outcome)}\" id=\"{id}\"{(open ? " open=\"\"" : "")}><summary>")
            .Markup($"<span aria-hidden=\"true\">{Mark(run.Outcome)}</span> ").Text($"run {run.Index}: {Wording.Of(run.Outcome)}");
        if (run.Attempts is [.., var last])
            page.Text($", {Amounts.Seconds(last.DurationSeconds)}").Text(ResourceText.Peak(last.Resources) is { } peak ? $", {peak}" : "");
        if (TextRuns.Varied(result, run) is { } varied)
            page.Text($", {varied}");
        if (model is not null)
            page.Text($", every step as in run {model.Index}");
        page.Markup("</summary>\n");
        foreach (var (index, attempt) in run.Attempts.Index())
        {
            if (run.Attempts.Count > 1)
                page.Element("h3", $"Attempt {attempt.Index}: {Wording.Of(attempt.Outcome)}").Markup("\n");
            HtmlTimeline.Write(page, attempt, folder.Attempt(run.Index, attempt.Index), $"{id}-{index + 1}");
            Steps(page, attempt, folder, budget);
            page.Markup("<p class=\"files\">");
            HtmlSuite.Files(page, folder, Files.Select(name => $"run-{run.Index}/attempt-{attempt.Index}/{name}"));
            page.Markup("</p>\n");
        }

        page.Markup("</details>\n");
    }

    private static bool EndedAlike(Run left, Run right) => left.Outcome == right.Outcome && Ends(left).SequenceEqual(Ends(right));

    private static IEnumerable<(int, string, Outcome, string)> Ends(Run run) =>
        from attempt in run.Attempts
        from step in attempt.Steps
        select (attempt.Index, step.Name, step.Outcome, Wording.End(step));

    private static void Steps(HtmlText page, Attempt attempt, SuiteFolder folder, HtmlBudget budget)
    {
        page.Markup("<ol class=\"steps\">\n");
        foreach (var step in attempt.Steps)
        {
            page.Markup($"<li class=\"{Css(step.Outcome)}\"><p><span aria-hidden=\"true\">{Mark(step.Outcome)}</span> ").Element("strong", step.Name)
                .Text($" {(step.Outcome is Outcome.Passed or Outcome.Skipped ? Wording.Of(step.Outcome) : Wording.End(step)[(step.Name.Length + 1)..])}");
            if (step.Outcome is not Outcome.Skipped)
                page.Element("span", Details(step), "quiet");
            page.Markup("</p>\n");
            if (step.Command is { Count: > 0 } command && step.Outcome is not (Outcome.Passed or Outcome.Skipped))
                page.Markup("<p class=\"command\">").Element("code", TextCut.Middle(ShellText.Of(command), 1_000)).Markup("</p>\n");
            var failed = Deciding.IsAgainst(step);
            HtmlLog.Write(page, folder, step.Stderr, "standard error", failed, budget);
            HtmlLog.Write(page, folder, step.Stdout, "standard output", failed, budget);
            page.Markup("</li>\n");
        }

        page.Markup("</ol>\n");
    }

    private static string Details(StepResult step) => string.Join(", ", new[]
    {
        $" {Amounts.Seconds(step.DurationSeconds)}",
        ResourceText.Peak(step.Resources),
        step.TruncatedBytes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Amounts.Bytes(step.TruncatedBytes)} of output not kept") : null,
    }.OfType<string>());

    private static string Css(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Skipped => "skipped",
        Outcome.Interrupted => "warned",
        _ => "failed",
    };

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "✓",
        Outcome.Skipped => "–",
        _ => "✗",
    };
}

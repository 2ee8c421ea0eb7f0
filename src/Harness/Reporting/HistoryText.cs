using System.Text;
using Harness.History;
using Harness.Reporting.Html;

namespace Harness.Reporting;

/// <summary>Tells a history on the console, in a few lines for each suite.</summary>
public static class HistoryText
{
    private const int Most = 3;

    /// <summary>Says how many trials are not told of.</summary>
    public static string LeftOut(int trials) => $"{Amounts.Count(trials, "trial")} of harness size left out";

    /// <summary>Writes the text, ending in a line feed.</summary>
    /// <param name="report">The history.</param>
    /// <param name="shownAs">The folder that it was written to, as the user named it.</param>
    public static string Of(HistoryReport report, string shownAs)
    {
        var text = new StringBuilder();
        foreach (var suite in report.Suites)
        {
            text.Append(SafeText.Line(suite.Suite)).Append('\n');
            Columns.Append(text, "  ",
            [
                .. HtmlHistoryTotals.Terms(suite.Totals).Where(pair => pair.Text is not null).Select(pair => new[] { pair.Term, pair.Text }),
                .. suite.Tests.Where(test => test.Flaky > 0).Take(Most).Select(test => new[] { "flaky", $"{test.Test} in {test.Flaky} of {Amounts.Count(test.Ran, "record")}" }),
                .. suite.Packages.Where(package => package.Drifted > 0).Take(Most).Select(package => new[] { "drift", $"{package.Package} in {package.Drifted} of {Amounts.Count(suite.Totals.Records, "record")}" }),
                .. suite.FirstBad.TakeLast(1).Select(bad => new[]
                {
                    "first bad", $"{bad.Folder}: {bad.Cause}{(bad.Changed.Count > 0 ? $", since {string.Join(", ", bad.Changed.Take(Most))}" : "")}",
                }),
            ]);
        }

        if (report.Unreadable.Count > 0)
            text.Append(SafeText.Line($"{Amounts.Count(report.Unreadable.Count, "record")} could not be read, first {report.Unreadable[0]}", 1_000)).Append('\n');
        if (report.Trials > 0)
            text.Append(LeftOut(report.Trials)).Append('\n');
        return text.Append(SafeText.Line($"History: {shownAs}/history.html")).Append('\n').ToString();
    }
}

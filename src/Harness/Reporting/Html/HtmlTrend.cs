using System.Globalization;
using System.Text;
using Harness.Evidence;
using Harness.History;

namespace Harness.Reporting.Html;

/// <summary>A suite's records in order: its peak memory as a curve, those that did not pass as marks below it.</summary>
internal static class HtmlTrend
{
    private const double Width = 1000;
    private const double Height = 100;

    // Marks are drawn about their middle, and as wide on a phone: half of one still has to fit at either end.
    private const double Margin = 5;

    // More than the page is wide shows nothing more.
    private const int MostPoints = 1000;

    public static void Write(HtmlText page, IReadOnlyList<HistoryPoint> points, string id)
    {
        var peaks = Thinned([.. points.Index().Where(pair => pair.Item.PeakMemoryBytes is not null)]);
        var bad = Thinned([.. points.Index().Where(pair => pair.Item.Verdict is not Verdict.Passed)]);
        if (points.Count < 2)
            return;

        double X(int index) => Margin + (index * (Width - (2 * Margin)) / (points.Count - 1));
        var top = peaks.Select(pair => pair.Item.PeakMemoryBytes!.Value).Append(1).Max() * 1.1;
        page.Markup("<figure class=\"timeline\">\n")
            .Markup(Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-labelledby=\"{id}\">\n"));
        foreach (var (index, point) in bad)
            page.Markup(Invariant($"<line class=\"{(point.Verdict is Verdict.Failed ? "oom" : "limit")}\" x1=\"{X(index):0.#}\" x2=\"{X(index):0.#}\" y1=\"{Height - 12}\" y2=\"{Height}\"/>\n"));
        if (peaks.Count > 1)
        {
            var line = new StringBuilder();
            foreach (var (index, point) in peaks)
                line.Append(Invariant($"{(line.Length == 0 ? 'M' : 'L')}{X(index):0.#} {Height - (point.PeakMemoryBytes!.Value / top * Height):0.#}"));
            page.Markup($"<path class=\"curve\" d=\"{line}\"/>\n");
        }

        page.Markup($"</svg>\n<figcaption id=\"{id}\">").Text(Caption(points, peaks.Count > 1 ? (long)top : null)).Markup("</figcaption>\n</figure>\n");
    }

    private static string Caption(IReadOnlyList<HistoryPoint> points, long? top)
    {
        var bad = points.Count(point => point.Verdict is not Verdict.Passed);
        var marks = bad == 0 ? "all passed" : $"{Amounts.Count(bad, "mark")} for those that did not pass";
        return (top is { } bytes ? $"Peak memory of {points.Count} records, scale 0 to {Amounts.Bytes(bytes)}; " : $"{points.Count} records; ") + marks;
    }

    private static List<(int Index, HistoryPoint Item)> Thinned(List<(int Index, HistoryPoint Item)> points) => points.Count <= MostPoints
        ? points
        : [.. Enumerable.Range(0, MostPoints).Select(place => points[(int)((long)place * points.Count / MostPoints)])];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

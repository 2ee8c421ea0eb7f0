using Harness.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harness.Cli.Terminal.Live;

/// <summary>Draws the state; no line is longer than the terminal is wide, so that none is ever broken.</summary>
internal static class LiveTable
{
    /// <summary>The widest it gets: what fits need not be drawn anew when a wide terminal is made narrower.</summary>
    public const int Widest = 110;

    private const int Echo = 5; // twice, and the last column
    private const int NameWidth = 24;
    private const int StepWidth = 16;
    private const int TimeWidth = 8;
    private const int MemoryWidth = 19;

    /// <summary>How much of a terminal's width is used. The terminal echoes ^C where the table ends: a line that breaks there would tear it.</summary>
    public static int Columns(int width) => Math.Clamp(width - Echo, 1, Widest);

    /// <summary>Draws.</summary>
    /// <param name="rows">The runs.</param>
    /// <param name="status">About the suites.</param>
    /// <param name="now">The time.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Lines of the terminal.</param>
    /// <param name="styled">Whether anything but plain letters is wanted.</param>
    public static IRenderable Draw(IReadOnlyList<LiveRow> rows, string status, DateTimeOffset now, int width, int height, bool styled)
    {
        var dim = styled ? new Style(decoration: Decoration.Dim) : Style.Plain;
        var most = Math.Max(1, height - 2);
        var lines = rows.Take(most).Select(IRenderable (row) => Line(row, now, Columns(width), styled)).ToList();
        // Never a single line: to draw over one, Spectre.Console moves up by none, which terminals take for one.
        if (lines.Count == 0)
            lines.Add(new Text(" "));
        var hidden = rows.Count > most ? $"{Amounts.Count(rows.Count - most, "more run")}; " : "";
        lines.Add(new Text(Fit(hidden + status, Columns(width)), dim));
        return new Rows(lines);
    }

    private static Paragraph Line(LiveRow row, DateTimeOffset now, int width, bool styled)
    {
        var line = new Paragraph();
        var left = width;
        Add(row.Name, NameWidth, Style.Plain);
        Add(row.Step, StepWidth, styled ? new Style(Color.Blue) : Style.Plain);
        Add(Amounts.Seconds(Math.Max(0, (now - row.Since).TotalSeconds)), TimeWidth, Style.Plain);
        Add(Memory(row), MemoryWidth, styled && Nearly(row) ? new Style(Color.Yellow) : Style.Plain);
        if (left > 0)
            line.Append(Fit(row.LastLine, left), styled ? new Style(decoration: Decoration.Dim) : Style.Plain);
        return line;

        void Add(string text, int columns, Style style)
        {
            var taken = Math.Min(columns, left);
            if (taken <= 0)
                return;
            line.Append(Pad(Fit(text, taken), taken), style);
            left -= taken;
            if (left <= 0)
                return;
            line.Append(" ");
            left--;
        }
    }

    private static string Memory(LiveRow row) => row.MemoryBytes is not { } bytes ? ""
        : row.MemoryLimitBytes is { } limit ? $"{Amounts.Bytes(bytes)} of {Amounts.Bytes(limit)}"
        : Amounts.Bytes(bytes);

    private static bool Nearly(LiveRow row) => row is { MemoryBytes: { } bytes, MemoryLimitBytes: { } limit } && bytes > limit / 10 * 9;

    // Columns are cells, and some characters take two: what is cut, and filled up, is counted in cells.
    private static string Fit(string text, int columns)
    {
        if (Cells(text) <= columns)
            return text;
        var (end, cells) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            cells += Cells(rune.ToString());
            if (cells > columns - 1)
                break;
            end += rune.Utf16SequenceLength;
        }

        return text[..end] + "…";
    }

    private static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Cells(text)));

    private static int Cells(string text) => new Segment(text).CellCount();
}

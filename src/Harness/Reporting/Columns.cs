using System.Text;

namespace Harness.Reporting;

/// <summary>Sets rows of text in columns. Every cell is made safe for a console.</summary>
internal static class Columns
{
    // One long name must not push everything to the right.
    private const int WidestColumn = 40;

    public static void Append(StringBuilder text, string indent, IEnumerable<string?[]> rows)
    {
        var cells = rows.Select(row => row.Select(cell => SafeText.Line(cell ?? "")).ToArray()).ToArray();
        if (cells.Length == 0)
            return;
        var columns = cells.Max(row => row.Length);
        var widths = Enumerable.Range(0, columns)
            .Select(column => Math.Min(WidestColumn, cells.Max(row => column < row.Length ? row[column].Length : 0))).ToArray();
        foreach (var row in cells)
        {
            // A column that is empty in every row takes no room.
            var padded = row.Select((cell, column) => widths[column] == 0 ? "" : cell.PadRight(widths[column]) + "  ");
            text.Append((indent + string.Concat(padded)).TrimEnd()).Append('\n');
        }
    }
}

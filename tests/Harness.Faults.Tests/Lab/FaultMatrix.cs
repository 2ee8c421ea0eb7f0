using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Harness.Faults.Tests.Lab;

/// <summary>Every fault of this run of the laboratory beside the name it was given.</summary>
internal sealed class FaultMatrix
{
    private readonly ConcurrentBag<MatrixRow> rows = [];

    public void Add(MatrixRow row) => rows.Add(row);

    /// <summary>Writes the table; nothing when no fault was made.</summary>
    public void Write(string path)
    {
        if (rows.IsEmpty)
            return;
        var sorted = rows.OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.Expected, StringComparer.Ordinal).ThenBy(row => row.Fault, StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Faults and their names\n\n{sorted.Count(row => row.Got == row.Expected)} of {sorted.Count} named rightly.\n\n");
        text.Append("| group | fault | expected | got | sure | step | subject | remedy | s |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in sorted)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Group} | {row.Fault} | {row.Expected} | {(row.Got == row.Expected ? row.Got : $"**{row.Got}**")} | {row.Confidence:0.##} | {row.Step} | {Cell(row.Subject)} | {Cell(row.Remedy)} | {row.Seconds:0.0} |\n");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
    }

    private static string? Cell(string? text) => text?.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}

using System.Globalization;
using System.Text;

namespace Harness.Reproducibility;

/// <summary>Writes the difference of two texts in the unified format, which <c>patch</c> and every viewer read.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Compares two lists of lines.</summary>
    /// <param name="leftName">What the first is called.</param>
    /// <param name="rightName">What the second is called.</param>
    /// <param name="left">The first; lines without line breaks.</param>
    /// <param name="right">The second; lines without line breaks.</param>
    /// <param name="mostLines">Lines after which the diff breaks off and says so.</param>
    /// <returns>The diff; empty when there is no difference.</returns>
    public static string Of(
        string leftName, string rightName, IReadOnlyList<string> left, IReadOnlyList<string> right, int mostLines = 20_000)
    {
        var lines = MyersDiff.Compare(left, right);
        var text = new StringBuilder();
        var (written, leftLine, rightLine, next) = (0, 0, 0, 0);
        foreach (var (start, end) in Hunks(lines))
        {
            if (text.Length == 0)
                text.Append(CultureInfo.InvariantCulture, $"--- {leftName}\n+++ {rightName}\n");
            leftLine += start - next; // between two hunks every line is kept
            rightLine += start - next;
            next = end;
            var removed = Count(lines, start, end, '+');
            var added = Count(lines, start, end, '-');
            text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(leftLine, removed)} +{Range(rightLine, added)} @@\n");
            leftLine += removed;
            rightLine += added;
            for (var index = start; index < end; index++)
            {
                if (written++ == mostLines) // patch and viewers take a line with a backslash for a remark
                    return text.Append("\\ The diff is longer; what follows is left out.\n").ToString();
                text.Append(lines[index].Mark).Append(lines[index].Text).Append('\n');
            }
        }

        return text.ToString();
    }

    // Changes with their context; those whose contexts touch are one.
    private static IEnumerable<(int Start, int End)> Hunks(List<DiffLine> lines)
    {
        (int Start, int End)? hunk = null;
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Mark == ' ')
                continue;
            var end = Math.Min(lines.Count, index + Context + 1);
            if (hunk is { } open && index - Context <= open.End)
            {
                hunk = (open.Start, end);
                continue;
            }

            if (hunk is { } done)
                yield return done;
            hunk = (Math.Max(0, index - Context), end);
        }

        if (hunk is { } last)
            yield return last;
    }

    // Lines of one side: those that are not the other's alone.
    private static int Count(List<DiffLine> lines, int start, int end, char other)
    {
        var count = 0;
        for (var index = start; index < end; index++)
            count += lines[index].Mark == other ? 0 : 1;
        return count;
    }

    // Without lines of its own, a side names the line before.
    private static string Range(int before, int count) => count switch
    {
        0 => $"{before},0",
        1 => $"{before + 1}",
        _ => $"{before + 1},{count}",
    };
}

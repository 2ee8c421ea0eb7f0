namespace Harness.Reproducibility;

/// <summary>Finds a shortest list of removed and added lines (E. W. Myers, "An O(ND) Difference Algorithm", 1986).</summary>
internal static class MyersDiff
{
    // The trace takes the square of this many integers; texts that differ more are replaced as a whole between their common ends.
    private const int MostEdits = 1_500;

    /// <summary>The lines of both texts in the order of a diff.</summary>
    public static List<DiffLine> Compare(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var start = 0;
        while (start < Math.Min(left.Count, right.Count) && left[start] == right[start])
            start++;
        var end = 0;
        while (end < Math.Min(left.Count, right.Count) - start && left[^(end + 1)] == right[^(end + 1)])
            end++;

        var lines = new List<DiffLine>(left.Count + right.Count);
        lines.AddRange(left.Take(start).Select(text => new DiffLine(' ', text)));
        var first = left.Skip(start).Take(left.Count - start - end).ToArray();
        var second = right.Skip(start).Take(right.Count - start - end).ToArray();
        lines.AddRange(Trace(first, second) is { } trace ? Walk(first, second, trace) : Replace(first, second));
        lines.AddRange(left.Skip(left.Count - end).Select(text => new DiffLine(' ', text)));
        return lines;
    }

    private static IEnumerable<DiffLine> Replace(string[] left, string[] right) =>
        [.. left.Select(text => new DiffLine('-', text)), .. right.Select(text => new DiffLine('+', text))];

    // For each number of edits d, how far into the left text each diagonal -d, -d+2, … d reaches.
    private static List<int[]>? Trace(string[] left, string[] right)
    {
        var trace = new List<int[]>();
        for (var edits = 0; edits <= Math.Min(left.Length + right.Length, MostEdits); edits++)
        {
            var reach = new int[edits + 1];
            for (var slot = 0; slot <= edits; slot++)
            {
                var diagonal = (2 * slot) - edits;
                var x = edits == 0 ? 0 : Down(trace[edits - 1], slot, edits) ? trace[edits - 1][slot] : trace[edits - 1][slot - 1] + 1;
                while (x < left.Length && x - diagonal < right.Length && left[x] == right[x - diagonal])
                    x++;
                reach[slot] = x;
                if (x >= left.Length && x - diagonal >= right.Length)
                {
                    trace.Add(reach);
                    return trace;
                }
            }

            trace.Add(reach);
        }

        return null;
    }

    // Whether the furthest way to a diagonal comes from the one above it (a line is added) or below it (a line is removed).
    private static bool Down(int[] before, int slot, int edits) => slot == 0 || (slot < edits && before[slot - 1] < before[slot]);

    private static List<DiffLine> Walk(string[] left, string[] right, List<int[]> trace)
    {
        var lines = new List<DiffLine>();
        int x = left.Length, y = right.Length;
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var slot = (x - y + edits) / 2;
            var down = edits > 0 && Down(trace[edits - 1], slot, edits);
            var fromX = edits == 0 ? 0 : down ? trace[edits - 1][slot] : trace[edits - 1][slot - 1];
            var snakeX = edits == 0 ? 0 : down ? fromX : fromX + 1;
            for (; x > snakeX; x--, y--)
                lines.Add(new DiffLine(' ', left[x - 1]));
            if (edits == 0)
                break;
            lines.Add(down ? new DiffLine('+', right[--y]) : new DiffLine('-', left[--x]));
        }

        lines.Reverse();
        return lines;
    }
}

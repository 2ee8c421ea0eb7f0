using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Tests.Cli;

/// <summary>As much of a terminal as the live view uses; a sequence that it does not know is an exception, not a pass.</summary>
internal sealed partial class Screen(int columns, int lines)
{
    private readonly List<StringBuilder> rows = [new()];
    private int row;
    private int column;

    /// <summary>Lines on the screen and above it, without blanks at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. rows.Select(line => line.ToString().TrimEnd())];

    /// <summary>Whether the cursor can be seen.</summary>
    public bool Cursor { get; private set; } = true;

    /// <summary>How often a line was broken since it was too long.</summary>
    public int Broken { get; private set; }

    /// <summary>Sequences that choose colours or the like.</summary>
    public int Styles { get; private set; }

    /// <summary>What stood on each row that was ever complete.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes what a program wrote.</summary>
    public void Write(string text)
    {
        foreach (Match token in Token().Matches(text))
        {
            if (token.Value is ['\0', 'R', .. var wide])
                columns = int.Parse(wide.Trim('\0'), CultureInfo.InvariantCulture);
            else if (token.Value[0] == '\e')
                Control(token.Value);
            else
                Character(token.Value[0]);
        }
    }

    private void Character(char character)
    {
        switch (character)
        {
            case '\r':
                column = 0;
                return;
            case '\n':
                Down();
                return;
            case < ' ':
                throw new NotSupportedException($"This screen does not know the control character {(int)character}.");
        }

        if (column >= columns)
        {
            Broken++;
            Down();
            column = 0;
        }

        var line = rows[row];
        line.Append(' ', Math.Max(0, column + 1 - line.Length));
        line[column++] = character;
    }

    private void Down()
    {
        Seen.Add(rows[row].ToString().TrimEnd());
        if (++row == rows.Count)
            rows.Add(new());
    }

    private void Control(string sequence)
    {
        switch (sequence)
        {
            case "\e[?25l" or "\e[?25h":
                Cursor = sequence[^1] == 'h';
                return;
            case "\e[H":
                (row, column) = (Math.Max(0, rows.Count - lines), 0);
                return;
            case "\e[?1h\e=" or "\e[?1h" or "\e[?1l" or "\e=" or "\e>":
                return; // the keyboard's, which the runtime sets
        }

        var number = int.TryParse(sequence[2..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        switch (sequence[^1])
        {
            case 'm':
                Styles++;
                break;
            case 'A':
                row = Math.Max(Math.Max(0, rows.Count - lines), row - Math.Max(1, number));
                break;
            case 'K' when number == 2:
                rows[row].Clear();
                break;
            // Erasing all that is on the screen: tmux keeps it above the screen.
            case 'J' when number == 0 && column == 0 && row == Math.Max(0, rows.Count - lines):
                row = rows.Count;
                rows.AddRange(Enumerable.Range(0, lines).Select(_ => new StringBuilder()));
                break;
            case 'J' when number == 0:
                rows[row].Length = Math.Min(column, rows[row].Length);
                rows.Skip(row + 1).ToList().ForEach(line => line.Clear());
                break;
            case 'J' when number == 2:
                rows.Skip(Math.Max(0, rows.Count - lines)).ToList().ForEach(line => line.Clear());
                break;
            default:
                throw new NotSupportedException($"This screen does not know ESC {sequence[1..]}.");
        }
    }

    [GeneratedRegex("\0R\\d+\0|\e\\[[?0-9;]*[A-Za-z]|\e[=>]|(?s).")]
    private static partial Regex Token();
}

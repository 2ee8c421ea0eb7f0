using System.Text;

namespace Harness.Reporting;

/// <summary>Takes terminal control sequences (ECMA-48) out of a text.</summary>
internal static class AnsiText
{
    private const char Escape = '\x1b';
    private const char Bell = '\x07';

    // Longer ones are no titles or links, and looking for their ends again and again would take quadratic time.
    private const int LongestString = 2_048;

    /// <summary>The text without complete sequences. An escape that begins none stays.</summary>
    public static string Strip(string text)
    {
        if (!text.Contains(Escape))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var length = text[index] == Escape ? SequenceLength(text.AsSpan(index)) : 0;
            if (length == 0)
                plain.Append(text[index]);
            index += Math.Max(1, length);
        }

        return plain.ToString();
    }

    private static int SequenceLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return 0;
        return text[1] switch
        {
            '[' => Control(text),
            ']' or 'P' or 'X' or '^' or '_' => String(text),
            _ => Short(text),
        };
    }

    // ESC [ parameters intermediates final
    private static int Control(ReadOnlySpan<char> text)
    {
        var index = 2;
        while (index < text.Length && text[index] is >= '0' and <= '?')
            index++;
        while (index < text.Length && text[index] is >= ' ' and <= '/')
            index++;
        return index < text.Length && text[index] is >= '@' and <= '~' ? index + 1 : 0;
    }

    // ESC ] text, up to BEL or ESC \; never beyond the end of the line
    private static int String(ReadOnlySpan<char> text)
    {
        for (var index = 2; index < Math.Min(text.Length, LongestString); index++)
        {
            if (text[index] == Bell)
                return index + 1;
            if (text[index] == Escape)
                return index + 1 < text.Length && text[index + 1] == '\\' ? index + 2 : 0;
            if (text[index] is '\n' or '\r')
                return 0;
        }

        return 0;
    }

    // ESC intermediates final, such as ESC ( B
    private static int Short(ReadOnlySpan<char> text)
    {
        var index = 1;
        while (index < text.Length && text[index] is >= ' ' and <= '/')
            index++;
        return index < text.Length && text[index] is >= '0' and <= '~' ? index + 1 : 0;
    }
}

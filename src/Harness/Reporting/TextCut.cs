using System.Globalization;

namespace Harness.Reporting;

/// <summary>Shortens texts, never through the middle of a character.</summary>
internal static class TextCut
{
    /// <summary>The beginning of a text, without a word about the rest.</summary>
    public static string Head(string text, int most) => text.Length <= most ? text : text[..Boundary(text, most)];

    /// <summary>Head and tail of a text, with the cut stated.</summary>
    public static string Middle(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var head = Boundary(text, most / 4);
        var tail = Boundary(text, text.Length - (most - (most / 4)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{text.AsSpan(0, head)}\n[... {tail - head} characters are left out here ...]\n{text.AsSpan(tail)}");
    }

    private static int Boundary(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;
}

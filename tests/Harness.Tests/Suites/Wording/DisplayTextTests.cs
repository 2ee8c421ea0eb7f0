using Harness.Suites.Wording;

namespace Harness.Tests.Suites.Wording;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain Größe 中文 😀", "plain Größe 中文 😀")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("\0\u007f\u0085", "\\u0000\\u007f\\u0085")]
    [InlineData("line\u2028para\u2029", "line\\u2028para\\u2029")]
    [InlineData("right\u202eleft\u200b", "right\\u202eleft\\u200b")]
    [InlineData("\ufeff", "\\ufeff")]
    public void What_is_invisible_or_moves_the_cursor_is_escaped(string text, string shown) =>
        Assert.Equal(shown, DisplayText.Escape(text));

    [Fact]
    public void Half_a_surrogate_pair_is_escaped() => Assert.Equal("a\\ud83d!\\ude00", DisplayText.Escape("a\ud83d!\ude00"));

    [Fact]
    public void An_invisible_character_beyond_the_basic_plane_is_escaped() => // a language tag
        Assert.Equal("\\udb40\\udc01", DisplayText.Escape("\U000e0001"));

    [Fact]
    public void Long_text_is_cut_in_the_middle()
    {
        var quoted = DisplayText.Quote(new string('a', 500) + "END");

        Assert.Equal($"'{new string('a', 40)}…{new string('a', 36)}END'", quoted);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a or b", new[] { "a", "b" })]
    [InlineData("a, b or c", new[] { "a", "b", "c" })]
    public void A_list_reads_as_words(string text, string[] words) => Assert.Equal(text, DisplayText.Join(words, "or"));
}

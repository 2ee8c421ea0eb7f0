using System.Text;
using Harness.Suites.Yaml;

namespace Harness.Tests.Suites.Yaml;

public sealed class YamlTextTests
{
    [Fact]
    public void A_byte_order_mark_is_left_out()
    {
        var (text, fault) = YamlText.Decode("\ufeffname: ä"u8);

        Assert.Equal("name: ä", text);
        Assert.Null(fault);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_named_with_their_place()
    {
        var (text, fault) = YamlText.Decode([.. "a: 1\nä: "u8, 0xE4, .. "\n"u8]);

        Assert.Null(text);
        Assert.Equal(new YamlFault(2, 4, "The byte 0xe4 is not UTF-8.", "Save the file as UTF-8 text."), fault);
    }

    [Fact]
    public void Utf_8_that_is_cut_off_is_named()
    {
        var (_, fault) = YamlText.Decode([.. "a"u8, 0xE2, 0x82]);

        Assert.Equal(new YamlFault(1, 2, "The byte 0xe2 is not UTF-8.", "Save the file as UTF-8 text."), fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf_16_is_recognised(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        var (_, fault) = YamlText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("name: x")]);

        Assert.Equal(new YamlFault(1, 1, "The file is UTF-16; a suite is UTF-8.", "Save the file as UTF-8 text."), fault);
    }

    [Theory]
    [InlineData('\0', "U+0000")]
    [InlineData('\u001b', "U+001B")]
    [InlineData('\u007f', "U+007F")]
    [InlineData('\u0085', "U+0085")]
    [InlineData('\u2028', "U+2028")]
    [InlineData('\ufeff', "U+FEFF")]
    [InlineData('\uffff', "U+FFFF")]
    public void Invisible_characters_are_named_with_their_place(char character, string name)
    {
        var (text, fault) = YamlText.Decode(Encoding.UTF8.GetBytes($"a: 1\nb: {character}"));

        Assert.Null(text);
        Assert.Equal(
            new YamlFault(2, 4, $"The character {name} is invisible and not allowed in a suite.", "Remove it, or write it as an escape in double quotes."),
            fault);
    }
}

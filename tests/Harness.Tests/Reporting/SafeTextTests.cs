using Harness.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain text, größe, 日本語", "plain text, größe, 日本語")]
    [InlineData("family \U0001F468\u200D\U0001F469\u200D\U0001F467", "family \U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\x1b[1;31mred\x1b[0m \x1b]0;title\a\x1b]8;;x\x1b\\link\x1b(B", "red link")]
    [InlineData("\x1b", @"\x1b")]
    [InlineData("\x1b[31", @"\x1b[31")]
    [InlineData("\x1b]never ends", @"\x1b]never ends")]
    [InlineData("a\u009b31mb", @"a\x9b31mb")]
    [InlineData("one\r\ntwo\nthree\rfour", @"one\ntwo\nthree\rfour")]
    [InlineData("a\tb\0c\x7f", @"a b\x00c\x7f")]
    [InlineData("\u202eevil \u2028 \ufeff \U000E0041", @"\u202eevil \u2028 \ufeff \U000e0041")]
    [InlineData("::error::x", @"\::error::x")]
    [InlineData("  \u00a0::error::x", @"\::error::x")]
    [InlineData("a ::error::x", "a ::error::x")]
    [InlineData("a ##[error]x ##vso[task]y ##VSO[task]z", @"a #\#[error]x #\#vso[task]y #\#VSO[task]z")]
    [InlineData("#\x1b[0m#[error]x", @"#\#[error]x")]
    [InlineData(":\x1b[0m:error::x", @"\::error::x")]
    [InlineData("progress\r::error::x", @"progress\r::error::x")]
    [InlineData("  spaces  ", "spaces")]
    [InlineData("", "")]
    public void A_line_is_made_safe(string text, string safe) => Assert.Equal(safe, SafeText.Line(text));

    [Fact] // no InlineData: frameworks replace them on the way
    public void Lone_surrogates_are_shown() => Assert.Equal(@"\ud83d and \ude00", SafeText.Line("\ud83d and \ude00"));

    [Fact]
    public void A_long_line_is_cut_and_says_so() =>
        Assert.Equal("xxxxx [... cut, 10000000 characters in all]", SafeText.Line(new string('x', 10_000_000), 5));

    [Fact]
    public void A_cut_never_goes_through_a_character() =>
        Assert.Equal("xx [... cut, 6 characters in all]", SafeText.Line("xx\U0001F600\U0001F600", 3));

    [Fact]
    public void Each_line_of_a_text_is_made_safe() =>
        Assert.Equal(
            ["one", @"\::error::two", "  three", @" \::four", ""],
            SafeText.Lines("one\r::error::two\r\n  three\n ::four\n"));

    [Theory]
    [InlineData("evil.cs(1,1): error CS0001: pwned [x.csproj]", @"evil.cs(1,1): error\ CS0001: pwned [x.csproj]")]
    [InlineData("ERROR: Could not find a version", @"ERROR\: Could not find a version")]
    [InlineData("x : Warning  :", @"x : Warning\  :")]
    [InlineData("a\r::error::x", @"a\r::error\::x")]
    [InlineData("an error at 12:30, no warnings: none", "an error at 12:30, no warnings: none")]
    public void A_line_of_a_build_log_is_no_diagnostic(string text, string safe) => Assert.Equal(safe, SafeText.BuildLine(text));

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void No_text_speaks_to_terminals_or_runners(string attack)
    {
        var text = Attack.Text(attack);
        foreach (var line in SafeText.Lines(text).Append(SafeText.Line(text)).Take(1_000))
            Harmless.Check(line);
    }
}

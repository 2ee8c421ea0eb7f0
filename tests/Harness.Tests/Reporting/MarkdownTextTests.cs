using Harness.Reporting;
using Harness.Tests.Support;

namespace Harness.Tests.Reporting;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("plain text 1.0", "plain text 1.0")]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("<b>&amp;", "&#60;b&#62;&#38;amp;")]
    [InlineData("test's \"x\" (y) - z!", "test's \"x\" (y) - z!")]
    [InlineData("- a", "&#45; a")]
    [InlineData("12. a 1.0", "12&#46; a 1.0")]
    [InlineData("oom_kill _x_", "oom_kill &#95;x&#95;")]
    [InlineData("`x` *y* [z](u)", "&#96;x&#96; &#42;y&#42; &#91;z&#93;(u)")]
    [InlineData("@admin", "@&#8203;admin")]
    [InlineData("python@sha256:aa", "python@sha256:aa")]
    [InlineData("https://x", "https:&#8203;//x")]
    [InlineData("www.x", "www&#8203;.x")]
    [InlineData("one\ntwo", "one&#92;ntwo")]
    public void Nothing_in_running_text_is_markup(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Inline(text));

    [Fact]
    public void Code_can_be_copied_as_it_is() =>
        Assert.Equal("<code>pip install x@1 &#62; https://y</code>", MarkdownText.Code("pip install x@1 > https://y"));

    [Fact]
    public void A_fence_is_longer_than_any_inside() =>
        Assert.Equal("`````text\na\n````\n`b\n`````\n", MarkdownText.Fence("a\n````\n`b\n"));

    [Fact]
    public void Of_a_long_block_the_end_is_shown() =>
        Assert.Equal("```text\n[... 2 lines above are left out]\n3\n4\n```\n", MarkdownText.Fence("1\n2\n3\n4", mostLines: 2));

    [Theory]
    [MemberData(nameof(Attack.Names), MemberType = typeof(Attack))]
    public void No_text_is_more_than_text(string attack)
    {
        var text = Attack.Text(attack);
        var inline = MarkdownText.Inline(text);
        var fence = MarkdownText.Fence(text).TrimEnd().Split('\n');

        Harmless.Check(inline);
        Assert.DoesNotMatch(@"[\\`*\[\]<>|~$]|(?<![A-Za-z0-9])[_@](?!&#8203;)|&(?!#\d+;)|://|www\.", inline);
        Assert.All(fence, Harmless.Check);
        Assert.Equal(2, fence.Count(line => line.TrimStart().StartsWith(fence[^1], StringComparison.Ordinal)));
    }
}

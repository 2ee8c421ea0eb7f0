using System.Text;
using Harness.Evidence;
using Harness.Tests.Support;

namespace Harness.Tests.Evidence;

public sealed class LogExcerptTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_short_log_is_read_whole() =>
        Assert.Equal("one\ntwo\n", LogExcerpt.Read(scratch.Write("a.log", "one\ntwo\n"), 4, 4));

    [Fact]
    public void Of_a_long_log_head_and_tail_are_read_and_the_cut_is_stated() =>
        Assert.Equal(
            "aaaa\n[... 92 bytes are left out here ...]\nzzzz",
            LogExcerpt.Read(scratch.Write("a.log", "aaaa" + new string('m', 92) + "zzzz"), 4, 4));

    [Fact]
    public void Without_a_head_the_cut_comes_first() =>
        Assert.Equal("[... 6 bytes are left out here ...]\nzzzz", LogExcerpt.Read(scratch.Write("a.log", "mmmmmmzzzz"), 0, 4));

    [Fact]
    public void Cuts_never_go_through_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("aö€😀", 20));
        var path = scratch.Write("a.log", text);
        var total = Encoding.UTF8.GetByteCount(text);

        for (var head = 0; head < 15; head++)
        {
            for (var tail = 1; tail < 15; tail++)
            {
                var excerpt = LogExcerpt.Read(path, head, tail);

                Assert.DoesNotContain('\ufffd', excerpt);
                var kept = excerpt.Split('\n').Where(line => !line.StartsWith('[')).Sum(Encoding.UTF8.GetByteCount);
                Assert.Contains($"[... {total - kept} bytes", excerpt, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced()
    {
        File.WriteAllBytes(scratch.In("a.log"), [(byte)'a', 0xFF, 0xFE, 0x80, (byte)'b']);

        Assert.Equal("a\ufffd\ufffd\ufffdb", LogExcerpt.Read(scratch.In("a.log"), 10, 10));
    }
}

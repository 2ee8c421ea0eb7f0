using System.Buffers;
using System.Text;
using Harness.Evidence;

namespace Harness.Tests.Evidence;

public sealed class StreamRedactorTests
{
    private static readonly Redactor Redactor = Redactor.Create(["hunter2", "hunter22-long", "schlüssel", "aaaa", "ünt"]);

    private const string Text = "x hunter2 hunter22-lon hunter22-long schlüssel aaaaaa hünter https://u:p@h/x http://tok@h git://g@h ://a:b@c hunte";

    private const string Redacted = "x *** ***2-lon *** *** *** h***er https://***@h/x http://***@h git://g@h ://a:b@c hunte";

    [Fact]
    public void Secrets_are_found_wherever_one_cut_falls()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var cut = 0; cut <= bytes.Length; cut++)
            Assert.Equal(Redacted, Write(Redactor, bytes[..cut], bytes[cut..]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Secrets_are_found_in_pieces_of_any_size(int size) =>
        Assert.Equal(Redacted, Write(Redactor, [.. Encoding.UTF8.GetBytes(Text).Chunk(size)]));

    [Fact]
    public void Any_pieces_give_what_the_whole_gives()
    {
        var random = new Random(20260131);
        var alphabet = "aab:/@ huünt"u8.ToArray();
        var redactor = Redactor.Create(["aab", "aba", "hunt", "ün", "://"]);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = random.GetItems(alphabet, random.Next(60));
            var cuts = new[] { random.Next(bytes.Length + 1), random.Next(bytes.Length + 1) }.Order().ToArray();

            Assert.Equal(Write(redactor, bytes), Write(redactor, bytes[..cuts[0]], bytes[cuts[0]..cuts[1]], bytes[cuts[1]..]));
        }
    }

    [Fact]
    public void What_cannot_be_a_secret_is_passed_on_at_once()
    {
        var output = new ArrayBufferWriter<byte>();
        var stream = Redactor.OpenStream();

        stream.Write("line one\nhunt"u8, output);
        Assert.Equal("line one\n", Encoding.UTF8.GetString(output.WrittenSpan));

        stream.Write("ing\n"u8, output);
        Assert.Equal("line one\nhunting\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void What_was_held_back_is_passed_on_at_the_end()
    {
        Assert.Equal("hunter", Write(Redactor, "hunter"u8.ToArray()));
        Assert.Equal("https://user:pass", Write(Redactor, "https://user:pass"u8.ToArray()));
        Assert.Equal("https://***@", Write(Redactor, "https://user:pass@"u8.ToArray()));
    }

    [Fact]
    public void No_more_is_held_back_than_the_longest_credentials()
    {
        var output = new ArrayBufferWriter<byte>();
        var stream = Redactor.None.OpenStream();

        stream.Write("https://"u8, output);
        for (var i = 0; i < 100; i++)
            stream.Write(Encoding.ASCII.GetBytes(new string('x', 1000)), output);

        Assert.InRange(output.WrittenCount, 100_000 - UserInfo.MaxLength, 100_008);
    }

    [Fact]
    public void A_flood_of_a_repeated_secret_is_not_hoarded()
    {
        var output = new ArrayBufferWriter<byte>();
        var stream = Redactor.OpenStream();

        for (var i = 0; i < 1000; i++)
            stream.Write("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"u8, output);
        stream.Write("b"u8, output);

        Assert.Equal("***b", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_passed_on()
    {
        byte[] bytes = [0, 0xFF, .. "hunter2"u8, 0xC3, 0, 0x80];
        var output = new ArrayBufferWriter<byte>();
        var stream = Redactor.OpenStream();

        stream.Write(bytes, output);
        stream.Complete(output);

        Assert.Equal([0, 0xFF, .. "***"u8, 0xC3, 0, 0x80], output.WrittenSpan.ToArray());
    }

    private static string Write(Redactor redactor, params byte[][] pieces)
    {
        var output = new ArrayBufferWriter<byte>();
        var stream = redactor.OpenStream();
        foreach (var piece in pieces)
            stream.Write(piece, output);
        stream.Complete(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}

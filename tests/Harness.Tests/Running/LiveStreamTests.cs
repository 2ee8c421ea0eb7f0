using System.Text;
using Harness.Running;

namespace Harness.Tests.Running;

public class LiveStreamTests
{
    private readonly LiveStream stream = new();

    [Fact]
    public void Whole_lines_are_passed_on_and_the_last_one_waits_for_its_end()
    {
        Write("one\ntwo\nthr");
        Assert.Equal("one\ntwo", Take());
        Write("ee\n");
        Assert.Equal("three", Take());
        Assert.Null(Take());
    }

    [Fact]
    public void A_line_that_is_long_in_coming_is_passed_on_as_far_as_it_is()
    {
        Write("progress 10%");

        Assert.Null(Take());
        Assert.Equal("progress 10%", Take());
    }

    [Fact]
    public void What_is_left_at_the_end_is_passed_on()
    {
        Write("no line feed");

        Assert.Equal("no line feed", stream.Take("step", "stdout", all: true)?.Text);
    }

    [Fact]
    public void Of_more_than_fits_the_end_is_shown_and_the_rest_counted()
    {
        Write(new string('x', 100_000));
        Write("the end\n");

        var taken = stream.Take("step", "stdout", all: false)!;

        Assert.EndsWith("xthe end", taken.Text, StringComparison.Ordinal);
        Assert.Equal(100_008, taken.SkippedBytes + taken.Text.Length + 1);
        Assert.Equal(8 << 10, taken.Text.Length + 1);
    }

    [Fact]
    public void A_character_that_is_cut_in_two_is_put_together()
    {
        var bytes = Encoding.UTF8.GetBytes("grün");
        stream.Write(bytes.AsSpan(0, 3));
        Assert.Null(Take());
        var first = Take();
        stream.Write(bytes.AsSpan(3));
        Assert.Null(Take());

        Assert.Equal("grün", first + Take());
    }

    [Fact]
    public void What_is_no_text_does_no_harm()
    {
        stream.Write([0xff, 0xfe, (byte)'\n']);

        Assert.Equal("\ufffd\ufffd", Take());
    }

    private void Write(string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private string? Take() => stream.Take("step", "stdout", all: false)?.Text;
}

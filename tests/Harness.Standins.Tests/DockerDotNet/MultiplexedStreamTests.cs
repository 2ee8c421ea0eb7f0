using System.Text;
using Docker.DotNet;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class MultiplexedStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public async Task Frames_may_arrive_cut_anywhere(int atMost)
    {
        using var stream = Reading(
            atMost, Frame.Of(1, "one "), Frame.Of(2, "bad "), Frame.Of(1, "two "), Frame.Of(1, "three"), Frame.Of(2, "worse"));

        var (stdout, stderr) = await stream.ReadOutputToEndAsync(Cancellation);

        Assert.Equal(("one two three", "bad worse"), (stdout, stderr));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Characters_may_be_split_between_frames(int atMost)
    {
        const string Text = "Fünf € für 🦊";
        var frames = Encoding.UTF8.GetBytes(Text).Select(one => Frame.Of(1, [one]));
        using var stream = Reading(atMost, [.. frames]);

        var (stdout, stderr) = await stream.ReadOutputToEndAsync(Cancellation);

        Assert.Equal((Text, ""), (stdout, stderr));
    }

    [Fact]
    public async Task Each_read_is_of_one_stream_and_the_last_says_so()
    {
        using var stream = Reading(1000, Frame.Of(1, "out"), Frame.Of(2, "err"), Frame.Of(0, "in"));
        var buffer = new byte[16];

        var first = await stream.ReadOutputAsync(buffer, 2, 14, Cancellation);
        var text = Encoding.ASCII.GetString(buffer, 2, first.Count);
        var second = await stream.ReadOutputAsync(buffer, 0, 2, Cancellation);
        var third = await stream.ReadOutputAsync(buffer, 0, 2, Cancellation);
        var fourth = await stream.ReadOutputAsync(buffer, 0, 16, Cancellation);
        var last = await stream.ReadOutputAsync(buffer, 0, 16, Cancellation);

        Assert.Equal((MultiplexedStream.TargetStream.StandardOut, "out", false), (first.Target, text, first.EOF));
        Assert.Equal((MultiplexedStream.TargetStream.StandardError, 2), (second.Target, second.Count));
        Assert.Equal((MultiplexedStream.TargetStream.StandardError, 1), (third.Target, third.Count));
        Assert.Equal((MultiplexedStream.TargetStream.StandardIn, 2), (fourth.Target, fourth.Count));
        Assert.Equal((0, true), (last.Count, last.EOF));
    }

    [Fact]
    public async Task Empty_frames_are_no_end()
    {
        using var stream = Reading(
            1000, Frame.Of(1, ""), Frame.Of(1, "a"), Frame.Of(1, ""), Frame.Of(2, ""), Frame.Of(1, "b"), Frame.Of(2, ""));

        Assert.Equal(("ab", ""), await stream.ReadOutputToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1_000_000)]
    public async Task A_frame_may_be_larger_than_any_buffer(int atMost)
    {
        var content = new byte[300_000];
        new Random(1).NextBytes(content);
        using var stream = Reading(atMost, Frame.Of(1, content), Frame.Of(2, content));
        using var stdout = new MemoryStream();
        using var stderr = new MemoryStream();

        await stream.CopyOutputToAsync(Stream.Null, stdout, stderr, Cancellation);

        Assert.Equal(content, stdout.ToArray());
        Assert.Equal(content, stderr.ToArray());
    }

    [Theory]
    [InlineData(3)] // within the header
    [InlineData(8)] // right after it
    [InlineData(10)] // within the content
    public async Task An_end_within_a_frame_is_an_error(int size)
    {
        using var stream = Reading(1000, Frame.Of(1, "whole"), Frame.Of(1, "torn")[..size]);
        using var stdout = new MemoryStream();

        await Assert.ThrowsAsync<EndOfStreamException>(() => stream.CopyOutputToAsync(Stream.Null, stdout, Stream.Null, Cancellation));

        Assert.StartsWith("whole", Encoding.ASCII.GetString(stdout.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_a_frame_is_an_error()
    {
        using var stream = Reading(1000, Encoding.ASCII.GetBytes("plain text of a terminal"));

        await Assert.ThrowsAsync<IOException>(() => stream.ReadOutputToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Without_frames_everything_is_standard_output()
    {
        using var stream = new MultiplexedStream(new TrickleStream(Encoding.ASCII.GetBytes("plain text"), 3), multiplexed: false);

        Assert.Equal(("plain text", ""), await stream.ReadOutputToEndAsync(Cancellation));
    }

    private static MultiplexedStream Reading(int atMost, params byte[][] pieces) =>
        new(new TrickleStream([.. pieces.SelectMany(piece => piece)], atMost), multiplexed: true);
}

using System.Text;
using CliWrap;

namespace Harness.Standins.Tests.CliWrap;

public class PipeTargetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_stream_receives_every_byte()
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();

        await Dummy.Run("spam", "both", "300000")
            .WithStandardOutputPipe(PipeTarget.ToStream(output))
            .WithStandardErrorPipe(PipeTarget.ToStream(error, autoFlush: false))
            .ExecuteAsync(Cancellation);

        Assert.True(Patterns.Create(300_000).AsSpan().SequenceEqual(output.ToArray()));
        Assert.True(Patterns.Create(300_000).AsSpan().SequenceEqual(error.ToArray()));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_file_is_overwritten()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, new string('x', 400_000), Cancellation);

            await (Dummy.Run("spam", "stdout", "300000") | PipeTarget.ToFile(path)).ExecuteAsync(Cancellation);

            var written = await File.ReadAllBytesAsync(path, Cancellation);
            Assert.True(Patterns.Create(300_000).AsSpan().SequenceEqual(written));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_string_builder_is_appended_to_and_decodes_as_asked()
    {
        var output = new StringBuilder("before ");

        await (Encoding.Latin1.GetBytes("größe") | Dummy.Run("read-stdin") | PipeTarget.ToStringBuilder(output, Encoding.Latin1))
            .ExecuteAsync(Cancellation);

        Assert.Equal("before größe", output.ToString());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Characters_of_several_bytes_survive_the_seams_of_buffers()
    {
        var text = string.Concat(Enumerable.Repeat("a猫🐈", 50_000));
        var output = new StringBuilder();

        await (PipeSource.FromString(text, Encoding.UTF8) | Dummy.Run("read-stdin") | output).ExecuteAsync(Cancellation);

        Assert.Equal(text, output.ToString());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_delegate_receives_lines_whatever_ends_them()
    {
        var lines = new List<string>();

        await (Dummy.Run("echo-raw", @"one\ntwo\r\n\nlast") | lines.Add).ExecuteAsync(Cancellation);

        Assert.Equal(["one", "two", "", "last"], lines);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_next_line_waits_until_the_delegate_is_done_with_this_one()
    {
        var busy = 0;
        var lines = new List<string>();
        var target = PipeTarget.ToDelegate(async (line, cancellation) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref busy));
            await Task.Delay(1, cancellation);
            lines.Add(line);
            Interlocked.Decrement(ref busy);
        });

        await Dummy.Run("lines", "50")
            .WithStandardOutputPipe(target)
            .WithStandardErrorPipe(PipeTarget.ToStream(Stream.Null))
            .ExecuteAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, 50).Select(number => $"out {number}"), lines);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_delegate_of_the_callers_handles_the_raw_stream()
    {
        var length = 0;

        await (Dummy.Run("spam", "stdout", "300000") | PipeTarget.Create(stream =>
        {
            while (stream.ReadByte() >= 0)
                length++;
        })).ExecuteAsync(Cancellation);

        Assert.Equal(300_000, length);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task The_failure_of_a_target_reaches_the_caller()
    {
        var command = Dummy.Run("echo", "stdout", "hello") | (_ => throw new InvalidDataException("No room."));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => command.ExecuteAsync(Cancellation));

        Assert.Equal("No room.", exception.Message);
    }
}

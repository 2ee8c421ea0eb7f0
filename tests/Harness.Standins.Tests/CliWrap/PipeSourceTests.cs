using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Harness.Standins.Tests.CliWrap;

public class PipeSourceTests
{
    private static readonly byte[] Bytes = Patterns.Create(300_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, PipeSource> Sources => new()
    {
        { "bytes", PipeSource.FromBytes(Bytes) },
        { "memory", PipeSource.FromBytes(Bytes.AsMemory()) },
        { "stream", PipeSource.FromStream(new MemoryStream(Bytes)) },
        { "stream without flushing", PipeSource.FromStream(new MemoryStream(Bytes), autoFlush: false) },
        { "asynchronous delegate", PipeSource.Create(async (stream, cancellation) => await stream.WriteAsync(Bytes, cancellation)) },
    };

    public static TheoryData<string, Command> Operators => new()
    {
        { "source", PipeSource.FromBytes(Bytes) | Dummy.Run("read-stdin") },
        { "stream", new MemoryStream(Bytes) | Dummy.Run("read-stdin") },
        { "memory", new ReadOnlyMemory<byte>(Bytes) | Dummy.Run("read-stdin") },
        { "array", Bytes | Dummy.Run("read-stdin") },
    };

    [Theory(Timeout = Dummy.Limit, DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Sources), DisableDiscoveryEnumeration = true)]
    public async Task Every_byte_of_the_source_arrives(string kind, PipeSource source)
    {
        using var output = new MemoryStream();

        await (source | Dummy.Run("read-stdin") | output).ExecuteAsync(Cancellation);

        Assert.True(Bytes.AsSpan().SequenceEqual(output.ToArray()), kind);
    }

    [Theory(Timeout = Dummy.Limit, DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Operators), DisableDiscoveryEnumeration = true)]
    public async Task A_source_can_be_piped_with_an_operator(string kind, Command command)
    {
        using var output = new MemoryStream();

        await (command | output).ExecuteAsync(Cancellation);

        Assert.True(Bytes.AsSpan().SequenceEqual(output.ToArray()), kind);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_blocking_delegate_can_write_the_input()
    {
        var command = PipeSource.Create(stream => stream.Write("hello"u8)) | Dummy.Run("read-stdin");

        var result = await command.ExecuteBufferedAsync(Cancellation);

        Assert.Equal("hello", result.StandardOutput);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_text_is_encoded_as_asked()
    {
        using var output = new MemoryStream();
        var source = PipeSource.FromString("größe", Encoding.Unicode);

        await (source | Dummy.Run("read-stdin") | output).ExecuteAsync(Cancellation);

        Assert.Equal("größe", Encoding.Unicode.GetString(output.ToArray()));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_text_can_be_piped_with_an_operator()
    {
        var result = await ("hello" | Dummy.Run("read-stdin")).ExecuteBufferedAsync(Cancellation);

        Assert.Equal("hello", result.StandardOutput);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_file_is_read_when_the_command_is_executed()
    {
        var path = Path.GetTempFileName();
        try
        {
            var command = PipeSource.FromFile(path) | Dummy.Run("read-stdin");
            await File.WriteAllTextAsync(path, "written later", Cancellation);

            var result = await command.ExecuteBufferedAsync(Cancellation);

            Assert.Equal("written later", result.StandardOutput);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_missing_file_is_a_failure()
    {
        var command = PipeSource.FromFile("/nowhere/input.txt") | Dummy.Run("read-stdin");

        await Assert.ThrowsAnyAsync<IOException>(() => command.ExecuteAsync(Cancellation));
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task Without_a_source_the_input_has_ended()
    {
        var result = await Dummy.Run("count-stdin").ExecuteBufferedAsync(Cancellation);

        Assert.Equal("0", result.StandardOutput.Trim());
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_process_need_not_read_its_input()
    {
        var command = new byte[16 * 1024 * 1024] | Dummy.Run("exit", "0");

        var result = await command.ExecuteAsync(Cancellation);

        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Dummy.Limit)]
    public async Task A_source_that_never_ends_does_not_outlast_the_process()
    {
        var never = new TaskCompletionSource();
        var command = PipeSource.Create((_, _) => never.Task) | Dummy.Run("exit", "0");

        var result = await command.ExecuteAsync(Cancellation);

        Assert.Equal(0, result.ExitCode);
    }
}

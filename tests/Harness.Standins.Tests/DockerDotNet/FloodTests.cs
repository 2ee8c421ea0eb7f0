namespace Harness.Standins.Tests.DockerDotNet;

[Collection(nameof(FloodCollection))]
public sealed class FloodTests
{
    private const long Gibibyte = 1024 * 1024 * 1024;

    [Theory(Timeout = 60_000)]
    [InlineData(32 * 1024)]
    [InlineData(80)]
    public async Task A_gibibyte_of_output_needs_no_memory(int frameSize)
    {
        // Frames packed as an engine sends them when a process writes faster than anyone reads.
        var frame = Frame.Of(1, new byte[frameSize]);
        byte[] packed = [.. Enumerable.Repeat(frame, Math.Max(1, 128 * 1024 / frame.Length)).SelectMany(one => one)];
        var content = (long)packed.Length / frame.Length * frameSize;
        var rounds = Gibibyte / content;
        await using var engine = FakeEngine.Hijacked(async (connection, cancellation) =>
        {
            for (var round = 0; round < rounds; round++)
                await connection.SendAsync(packed, cancellation);
        });
        using var client = engine.CreateClient();
        using var stream = await client.Exec.StartAndAttachContainerExecAsync("id", tty: false, TestContext.Current.CancellationToken);
        var counter = new CountingStream();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await stream.CopyOutputToAsync(Stream.Null, counter, Stream.Null, TestContext.Current.CancellationToken);

        Assert.Equal(rounds * content, counter.Count);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * 1024 * 1024);
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Count { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}

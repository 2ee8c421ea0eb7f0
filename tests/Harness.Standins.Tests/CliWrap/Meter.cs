namespace Harness.Standins.Tests.CliWrap;

/// <summary>A stream that checks what the dummy's <c>spam</c> printed without keeping it, and watches memory meanwhile.</summary>
internal sealed class Meter : Stream
{
    private const long SampleEvery = 16 * 1024 * 1024;

    private readonly long _memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
    private long _memoryPeak;
    private long _length;
    private long _nextSample = SampleEvery;
    private long? _firstDifference;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public void AssertSaw(long length, long memory)
    {
        Assert.Null(_firstDifference);
        Assert.Equal(length, _length);
        Assert.InRange(_memoryPeak - _memoryBefore, long.MinValue, memory);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!Patterns.Matches(buffer, _length))
            _firstDifference ??= _length;

        _length += buffer.Length;
        if (_length < _nextSample)
            return;

        _nextSample = _length + SampleEvery;
        _memoryPeak = Math.Max(_memoryPeak, GC.GetTotalMemory(forceFullCollection: false));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is kept.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

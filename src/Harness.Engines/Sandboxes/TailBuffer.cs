namespace Harness.Engines.Sandboxes;

/// <summary>The last bytes of a stream, in a fixed amount of memory.</summary>
internal sealed class TailBuffer(int capacity)
{
    private byte[]? _ring;
    private int _next;
    private long _seen;

    /// <summary>Takes the next bytes; the oldest ones make room.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (capacity == 0 || bytes.IsEmpty)
            return;
        _ring ??= new byte[capacity];
        _seen += bytes.Length;
        if (bytes.Length > capacity)
            bytes = bytes[^capacity..];

        var first = Math.Min(bytes.Length, capacity - _next);
        bytes[..first].CopyTo(_ring.AsSpan(_next));
        bytes[first..].CopyTo(_ring);
        _next = (_next + bytes.Length) % capacity;
    }

    /// <summary>What is kept, oldest first, in two pieces.</summary>
    public (ReadOnlyMemory<byte> Older, ReadOnlyMemory<byte> Newer) Content => _ring is null
        ? default
        : _seen < capacity ? (_ring.AsMemory(0, _next), default) : (_ring.AsMemory(_next), _ring.AsMemory(0, _next));

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_next, _seen) = (0, 0);
}

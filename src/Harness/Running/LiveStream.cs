using System.Text;

namespace Harness.Running;

/// <summary>The part of one stream that was not passed on yet, bounded: of more than fits, the end is kept.</summary>
internal sealed class LiveStream
{
    private const int Capacity = 8 << 10;

    private readonly byte[] kept = new byte[Capacity];
    private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: false).GetDecoder();
    private int length;
    private long skipped;
    private bool grew;

    /// <summary>Takes the next bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        grew |= bytes.Length > 0;
        if (bytes.Length > Capacity)
        {
            skipped += bytes.Length - Capacity;
            bytes = bytes[^Capacity..];
        }

        var excess = length + bytes.Length - Capacity;
        if (excess > 0)
        {
            skipped += excess;
            kept.AsSpan(excess, length - excess).CopyTo(kept);
            length -= excess;
        }

        bytes.CopyTo(kept.AsSpan(length));
        length += bytes.Length;
    }

    /// <summary>Takes out whole lines; also what is no whole line yet when nothing has come since the last time, or with <paramref name="all"/>.</summary>
    public LiveText? Take(string step, string stream, bool all)
    {
        var end = all || !grew || skipped > 0 ? length : kept.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        grew = false;
        if (end == 0)
            return null;

        if (skipped > 0)
            decoder.Reset(); // The first half of a character may be gone.
        var text = new char[decoder.GetCharCount(kept, 0, end, flush: all)];
        decoder.GetChars(kept, 0, end, text, 0, flush: all);
        kept.AsSpan(end, length - end).CopyTo(kept);
        (length, var left) = (length - end, skipped);
        skipped = 0;
        return new LiveText(step, stream, new string(text).TrimEnd('\n'), left);
    }
}

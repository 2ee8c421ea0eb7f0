using System.Text;

namespace Harness.Running;

/// <summary>Cuts what comes in pieces into lines. Of a long line only the beginning is kept, so that one without an end costs nothing.</summary>
internal sealed class LineSplitter(Action<string> take)
{
    private const int Longest = 4096;
    private readonly byte[] kept = new byte[Longest];
    private int length;

    /// <summary>Takes a piece, and passes on each line that it ends.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            Keep(end < 0 ? bytes : bytes[..end]);
            if (end < 0)
                return;
            take(Encoding.UTF8.GetString(kept, 0, length).TrimEnd('\r'));
            length = 0;
            bytes = bytes[(end + 1)..];
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var taken = bytes[..Math.Min(bytes.Length, Longest - length)];
        taken.CopyTo(kept.AsSpan(length));
        length += taken.Length;
    }
}

using System.Text;

namespace Harness.Evidence;

/// <summary>Head and tail of a log, so that no report ever reads a whole one.</summary>
public static class LogExcerpt
{
    /// <summary>Reads a log, or its head and tail with the cut between them stated.</summary>
    /// <param name="path">The log; raw bytes, read as UTF-8, with U+FFFD for what is none.</param>
    /// <param name="headBytes">Most bytes of its head.</param>
    /// <param name="tailBytes">Most bytes of its tail.</param>
    public static string Read(string path, int headBytes, int tailBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var left = stream.Length - headBytes - tailBytes;
        if (left <= 0)
            return Decode(Take(stream, (int)stream.Length));

        var head = Take(stream, headBytes);
        stream.Position = stream.Length - tailBytes;
        var tail = Take(stream, tailBytes);
        var headEnd = headBytes - Partial(head);
        var tailStart = Continuation(tail);
        left += headBytes - headEnd + tailStart;
        var before = headEnd == 0 ? "" : Decode(head.AsSpan(0, headEnd)) + "\n";
        return $"{before}[... {left} bytes are left out here ...]\n{Decode(tail.AsSpan(tailStart))}";
    }

    private static byte[] Take(FileStream stream, int count)
    {
        var bytes = new byte[count];
        var read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : bytes[..read];
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    // Bytes at the end that begin a character and do not finish it.
    private static int Partial(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
                return 0;
            if (value >= 0xC0)
                return back < (value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2) ? back : 0;
        }

        return 0;
    }

    // Bytes at the start that continue a character whose beginning was cut off.
    private static int Continuation(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (count < Math.Min(3, bytes.Length) && (bytes[count] & 0xC0) == 0x80)
            count++;
        return count;
    }
}

namespace Harness.Standins.Tests.CliWrap;

/// <summary>What the dummy's <c>spam</c> prints: bytes that count from 0 to 250 again and again.</summary>
internal static class Patterns
{
    private const int Period = 251;

    private static readonly byte[] Repeated = Create(Period * 1024);

    public static byte[] Create(int length)
    {
        var bytes = new byte[length];
        for (var index = 0; index < length; index++)
            bytes[index] = (byte)(index % Period);

        return bytes;
    }

    /// <summary>Whether the piece that begins at this offset of the output is what was printed there.</summary>
    public static bool Matches(ReadOnlySpan<byte> piece, long offset)
    {
        while (!piece.IsEmpty)
        {
            var expected = Repeated.AsSpan((int)(offset % Period));
            var length = Math.Min(piece.Length, expected.Length);
            if (!piece[..length].SequenceEqual(expected[..length]))
                return false;

            piece = piece[length..];
            offset += length;
        }

        return true;
    }
}

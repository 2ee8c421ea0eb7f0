using System.Text;

namespace Harness.Engines.Docker;

/// <summary>
/// Passes output on and remembers how both streams began: when nothing could be started, the engine's words are there.
/// </summary>
internal sealed class FirstWords(IOutputSink next) : IOutputSink
{
    private const int Kept = 2048;
    private readonly byte[] _output = new byte[Kept];
    private readonly byte[] _error = new byte[Kept];
    private int _outputLength;
    private int _errorLength;

    /// <summary>The first words of standard output; null if there were none.</summary>
    public string? Output => Text(_output, _outputLength);

    /// <summary>The first words of standard error; null if there were none.</summary>
    public string? Error => Text(_error, _errorLength);

    public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        if (stream == OutputStream.StandardOutput)
            Keep(bytes, _output, ref _outputLength);
        else
            Keep(bytes, _error, ref _errorLength);
        next.Write(stream, bytes);
    }

    public void End() => next.End();

    private static void Keep(ReadOnlySpan<byte> bytes, byte[] kept, ref int length)
    {
        var taken = bytes[..Math.Min(bytes.Length, Kept - length)];
        taken.CopyTo(kept.AsSpan(length));
        length += taken.Length;
    }

    private static string? Text(byte[] kept, int length) =>
        Encoding.UTF8.GetString(kept, 0, length).Trim() is { Length: > 0 } text ? text : null;
}

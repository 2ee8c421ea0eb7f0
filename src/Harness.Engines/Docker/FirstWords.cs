using System.Text;

namespace Harness.Engines.Docker;

/// <summary>
/// Passes output on and remembers how standard output began: when nothing could be started, the engine's words are there.
/// </summary>
internal sealed class FirstWords(IOutputSink next) : IOutputSink
{
    private const int Kept = 2048;
    private readonly byte[] _bytes = new byte[Kept];
    private int _length;

    /// <summary>The first words; null if there were none.</summary>
    public string? Text => Encoding.UTF8.GetString(_bytes, 0, _length).Trim() is { Length: > 0 } text ? text : null;

    public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        if (stream == OutputStream.StandardOutput && _length < Kept)
        {
            var taken = bytes[..Math.Min(bytes.Length, Kept - _length)];
            taken.CopyTo(_bytes.AsSpan(_length));
            _length += taken.Length;
        }

        next.Write(stream, bytes);
    }
}

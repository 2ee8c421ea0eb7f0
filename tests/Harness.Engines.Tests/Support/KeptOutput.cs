using System.Text;

namespace Harness.Engines.Tests.Support;

/// <summary>Standard output of an exec, as text.</summary>
internal sealed class KeptOutput : IOutputSink
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        if (stream == OutputStream.StandardOutput)
            _text.Append(Encoding.Latin1.GetString(bytes));
    }
}

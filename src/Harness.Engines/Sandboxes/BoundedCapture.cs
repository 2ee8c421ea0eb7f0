using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Harness.Engines.Sandboxes;

/// <summary>
/// Keeps a stream of any length in a file of bounded size: its head, one line that states the cut, and its tail.
/// What has come so far is in the file at any time, up to the bound, so that a crash of the tool loses little.
/// </summary>
internal sealed class BoundedCapture : IDisposable
{
    // Errors stand at the end, and they are short; more would only cost memory.
    private const int LongestTail = 1024 * 1024;

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly long _keep;
    private readonly long _head;
    private readonly TailBuffer _tail;
    private byte _endOfHead = (byte)'\n';

    /// <summary>Creates the file, or empties it.</summary>
    public BoundedCapture(string path, long keepBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keepBytes);
        var tail = (int)Math.Min(keepBytes / 2, LongestTail);
        (_path, _keep, _head, _tail) = (path, keepBytes, keepBytes - tail, new TailBuffer(tail));
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Bytes that came.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>The line that stands where bytes were cut.</summary>
    public static string CutLine(long bytes) => string.Create(CultureInfo.InvariantCulture, $"[--- {bytes} bytes cut here ---]");

    /// <summary>Takes the next bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        var room = (int)Math.Clamp(_keep - TotalBytes, 0, bytes.Length);
        if (room > 0)
            RandomAccess.Write(_file, bytes[..room], TotalBytes);

        var beforeTail = (int)Math.Clamp(_head - TotalBytes, 0, bytes.Length);
        if (beforeTail > 0)
            _endOfHead = bytes[beforeTail - 1];
        _tail.Append(bytes[beforeTail..]);
        TotalBytes += bytes.Length;
    }

    /// <summary>Forgets what came so far.</summary>
    public void Clear()
    {
        RandomAccess.SetLength(_file, 0);
        _tail.Clear();
        (TotalBytes, _endOfHead) = (0, (byte)'\n');
    }

    /// <summary>Brings the file into its final form; nothing may come after it.</summary>
    public CapturedStream Complete()
    {
        var cut = Math.Max(0, TotalBytes - _keep);
        if (cut > 0)
        {
            var line = Encoding.ASCII.GetBytes($"{(_endOfHead == '\n' ? "" : "\n")}{CutLine(cut)}\n");
            var (older, newer) = _tail.Content;
            RandomAccess.SetLength(_file, _head);
            RandomAccess.Write(_file, [line, older, newer], _head);
        }

        return new CapturedStream(_path, TotalBytes, cut);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}

using System.Text;

namespace Harness.Evidence;

/// <summary>Reads the end of a log as text.</summary>
internal static class LogTail
{
    /// <summary>As much as a diagnosis looks at.</summary>
    public const int Bytes = 64 << 10;

    /// <summary>The last bytes as text; a byte that is no UTF-8 becomes U+FFFD.</summary>
    public static string Read(string path, long lastBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > lastBytes)
            stream.Seek(-lastBytes, SeekOrigin.End);
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }
}

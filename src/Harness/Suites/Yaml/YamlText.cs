using System.Globalization;
using System.Text;

namespace Harness.Suites.Yaml;

/// <summary>Turns the bytes of a YAML file into text, or says which of them are none.</summary>
internal static class YamlText
{
    private const string Save = "Save the file as UTF-8 text.";

    /// <summary>The text, without a byte order mark; else the fault.</summary>
    public static (string? Text, YamlFault? Fault) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (null, new(1, 1, "The file is UTF-16; a suite is UTF-8.", Save));
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        if (FirstBadByte(bytes) is { } bad)
            return (null, Fault(bytes[..bad], $"The byte 0x{bytes[bad]:x2} is not UTF-8.", Save));

        var text = Encoding.UTF8.GetString(bytes);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text[i]))
            {
                var before = Encoding.UTF8.GetBytes(text[..i]);
                var code = ((int)text[i]).ToString("X4", CultureInfo.InvariantCulture);
                var fact = $"The character U+{code} is invisible and not allowed in a suite.";
                return (null, Fault(before, fact, "Remove it, or write it as an escape in double quotes."));
            }
        }

        return (text, null);
    }

    /// <summary>
    /// What YAML calls printable, less the line separators beyond ASCII: to YAML 1.1 they end a line, to every editor they do not.
    /// </summary>
    private static bool IsAllowed(char character) => character switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' => false,
        _ => true,
    };

    private static int? FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return null;

        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return position;
    }

    private static YamlFault Fault(ReadOnlySpan<byte> before, string message, string remedy)
    {
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, message, remedy);
    }
}

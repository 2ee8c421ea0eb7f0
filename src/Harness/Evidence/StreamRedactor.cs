using System.Buffers;
using Harness.Engines.Sandboxes;

namespace Harness.Evidence;

/// <summary>
/// Redacts one stream of UTF-8 bytes that arrives in pieces: secrets that are cut by the borders of pieces are found too. Of each
/// piece it passes on what can no longer be part of a secret, and holds back at most the longest secret's length, or 4 KiB behind a
/// <c>://</c>. For one thread.
/// </summary>
public sealed class StreamRedactor : IOutputFilter
{
    private const ulong LastThree = 0xFF_FFFF;

    private readonly Redactor _redactor;
    private byte[] _held = [];
    private ulong _history; // the last eight bytes seen, the latest lowest: enough for "https://"
    private int _covered; // bytes ahead that belong to a secret already replaced

    internal StreamRedactor(Redactor redactor) => _redactor = redactor;

    /// <summary>Takes the next piece and passes on what is settled.</summary>
    public void Write(ReadOnlySpan<byte> piece, IBufferWriter<byte> output)
    {
        if (_held.Length == 0)
        {
            _held = Process(piece, final: false, output).ToArray();
            return;
        }

        byte[] joined = [.. _held, .. piece];
        _held = Process(joined, final: false, output).ToArray();
    }

    /// <summary>Passes on what was held back; the stream has ended.</summary>
    public void Complete(IBufferWriter<byte> output)
    {
        Process(_held, final: true, output);
        _held = [];
    }

    /// <summary>Works through the bytes and returns those that need more to be told.</summary>
    private ReadOnlySpan<byte> Process(ReadOnlySpan<byte> bytes, bool final, IBufferWriter<byte> output)
    {
        while (!bytes.IsEmpty)
        {
            if (_covered == 0 && !FollowsScheme)
            {
                var plain = bytes.IndexOfAny(_redactor.Beginnings);
                Pass(plain < 0 ? bytes : bytes[..plain], output);
                bytes = plain < 0 ? [] : bytes[plain..];
                if (bytes.IsEmpty)
                    break;
            }

            if (SecretAt(bytes, final) is not { } length)
                return bytes;
            if (length > 0 && _covered == 0)
                output.Write(Redactor.Replacement);

            _covered = Math.Max(_covered, length);
            if (_covered == 0)
                output.Write(bytes[..1]);
            else
                _covered--;

            Remember(bytes[0]);
            bytes = bytes[1..];
        }

        return [];
    }

    /// <summary>Length of the longest secret that begins here, 0 for none; null when more bytes are needed to tell.</summary>
    private int? SecretAt(ReadOnlySpan<byte> bytes, bool final)
    {
        var credentials = FollowsScheme ? UserInfo.Measure(bytes, final, BareNamesCount) : 0;
        if (credentials is null)
            return null;

        foreach (var secret in _redactor.Secrets)
        {
            if (bytes.StartsWith(secret))
                return Math.Max(secret.Length, credentials.Value);
            if (!final && bytes.Length < secret.Length && secret.AsSpan().StartsWith(bytes))
                return null;
        }

        return credentials;
    }

    private bool FollowsScheme => (_history & LastThree) == 0x3A2F2F && IsSchemeCharacter((byte)(_history >> 24)); // "://"

    private bool BareNamesCount =>
        ((_history >> 24) & 0xDFDF_DFDF) == 0x4854_5450 // "HTTP", case folded
        || ((_history >> 24) & 0xDF_DFDF_DFDF) == 0x48_5454_5053; // "HTTPS"

    private void Pass(ReadOnlySpan<byte> plain, IBufferWriter<byte> output)
    {
        output.Write(plain);
        foreach (var value in plain[Math.Max(0, plain.Length - sizeof(ulong))..])
            Remember(value);
    }

    private void Remember(byte value) => _history = (_history << 8) | value;

    private static bool IsSchemeCharacter(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'-' or (byte)'.';
}

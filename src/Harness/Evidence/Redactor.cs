using System.Buffers;
using System.Text;

namespace Harness.Evidence;

/// <summary>
/// Replaces secrets by <c>***</c>: the ones it was given, and the credentials of every URL (<c>scheme://user:password@</c>; with
/// <c>http</c> and <c>https</c> also <c>token@</c>). Immutable; one redactor serves any number of threads and streams.
/// </summary>
public sealed class Redactor
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SearchValues<string>? _known;

    private Redactor(IReadOnlyList<string> secrets)
    {
        Secrets = [.. secrets.Select(Utf8.GetBytes)];
        Beginnings = SearchValues.Create([.. Secrets.Select(secret => secret[0]).Append((byte)'/').Distinct()]);
        _known = secrets.Count == 0 ? null : SearchValues.Create([.. secrets], StringComparison.Ordinal);
    }

    /// <summary>Knows no secrets; URLs lose their credentials all the same.</summary>
    public static Redactor None { get; } = new([]);

    /// <summary>What secrets are replaced by.</summary>
    public static ReadOnlySpan<byte> Replacement => "***"u8;

    /// <summary>The secrets as UTF-8, longest first, so that a secret within another never hides the longer one.</summary>
    internal IReadOnlyList<byte[]> Secrets { get; }

    /// <summary>The only bytes at which anything can begin that needs a closer look.</summary>
    internal SearchValues<byte> Beginnings { get; }

    /// <summary>Knows these secrets; empty ones are left out.</summary>
    public static Redactor Create(IEnumerable<string> secrets)
    {
        var known = secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return known.Length == 0 ? None : new([.. known.OrderByDescending(Utf8.GetByteCount)]);
    }

    /// <summary>The text without secrets; the same instance when there are none.</summary>
    public string Redact(string text)
    {
        if (!MayHoldSecrets(text))
            return text;

        var redacted = new ArrayBufferWriter<byte>(text.Length);
        var stream = OpenStream();
        stream.Write(Utf8.GetBytes(text), redacted);
        stream.Complete(redacted);
        return Utf8.GetString(redacted.WrittenSpan);
    }

    /// <summary>Begins a stream of UTF-8 bytes that arrives in pieces.</summary>
    public StreamRedactor OpenStream() => new(this);

    private bool MayHoldSecrets(string text) =>
        (_known is not null && text.AsSpan().ContainsAny(_known)) || text.Contains("://", StringComparison.Ordinal);
}

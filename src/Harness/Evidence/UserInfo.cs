namespace Harness.Evidence;

/// <summary>The rule for where credentials stand in a URL: between <c>://</c> and the last <c>@</c> before the host ends.</summary>
internal static class UserInfo
{
    /// <summary>Longer credentials are not looked for; tokens of package indexes have up to some 2,000 characters.</summary>
    public const int MaxLength = 4096;

    /// <summary>Bytes of credentials at the beginning of a text that follows <c>://</c>; 0 when there are none.</summary>
    /// <param name="text">What is there.</param>
    /// <param name="final">Whether nothing follows <paramref name="text"/>.</param>
    /// <param name="bareNames">Whether a name without a password counts: <c>token@</c>.</param>
    /// <returns>The length; null when more text is needed to tell.</returns>
    public static int? Measure(ReadOnlySpan<byte> text, bool final, bool bareNames)
    {
        var window = text[..Math.Min(text.Length, MaxLength + 1)];
        var end = 0;
        while (end < window.Length && !EndsAuthority(window[end]))
            end++;
        if (end == window.Length && !final && window.Length <= MaxLength)
            return null;

        var length = window[..end].LastIndexOf((byte)'@');
        return length > 0 && (bareNames || window[..length].Contains((byte)':')) ? length : 0;
    }

    private static bool EndsAuthority(byte value) => value
        is <= (byte)' ' or 0x7F or (byte)'/' or (byte)'?' or (byte)'#' or (byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\' or (byte)'`';
}

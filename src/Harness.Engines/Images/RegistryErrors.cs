namespace Harness.Engines.Images;

/// <summary>Recognises why a pull failed from the engine's words; the texts were measured, and differ little between engines.</summary>
internal static class RegistryErrors
{
    private static readonly (EngineFault Fault, bool Transient, string[] Texts)[] Known =
    [
        (EngineFault.RegistryRateLimited, true, ["toomanyrequests", "too many requests", "rate limit"]),
        (EngineFault.PlatformMismatch, false,
            ["no matching manifest for", "does not match the specified platform", "no image found in manifest list", "no image found in image index"]),
        (EngineFault.ImageDigestMismatch, false,
            ["manifest verification failed", "unexpected digest", "does not match the expected digest", "does not match provided manifest digest"]),
        (EngineFault.RegistryDenied, false,
            ["denied", "unauthorized", "authentication required", "no basic auth credentials", "forbidden"]),
        (EngineFault.RegistryUnreachable, false, ["x509:", "certificate", "server gave HTTP response to HTTPS client"]),
        (EngineFault.ImageNotFound, false, ["manifest unknown", "manifest for", "name unknown", "not found", "invalid reference format"]),
        (EngineFault.RegistryUnreachable, true,
        [
            "connection refused", "no such host", "i/o timeout", "tls handshake timeout", "connection reset", "network is unreachable",
            "no route to host", "server misbehaving", "context deadline exceeded", "client.timeout", "unexpected eof", ": eof",
            "received unexpected http status: 5", "internal server error", "bad gateway", "service unavailable", "gateway timeout",
        ]),
        // A captive portal or a proxy's error page, where JSON was expected.
        (EngineFault.RegistryUnreachable, false, ["invalid character '<'", "error parsing http"]),
    ];

    /// <summary>The named failure of a pull.</summary>
    public static EngineException From(string reference, string words, Exception? inner)
    {
        foreach (var (fault, transient, texts) in Known)
        {
            if (texts.Any(text => words.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                var fact = Fact(fault, reference, words);
                return new EngineException(fault, $"{fact}: {words}", inner) { IsTransient = transient, Fact = $"{fact}: {Reason(words)}.", Words = words };
            }
        }

        return new EngineException(EngineFault.RequestFailed, $"Pulling {reference} failed: {words}", inner);
    }

    // The engine wraps the reason in what it was about to do: "Get "https://…": dial tcp: lookup …: no such host".
    private static string Reason(string words)
    {
        var said = words.TrimEnd('.', ' ', '\n');
        return said.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? said[(colon + 2)..] : said;
    }

    private static string Fact(EngineFault fault, string reference, string words) => fault switch
    {
        EngineFault.RegistryRateLimited => $"The registry asks to come back later for {reference}",
        EngineFault.PlatformMismatch => $"{reference} does not exist for this platform",
        EngineFault.ImageDigestMismatch => $"What the registry sent for {reference} is not what its digest says",
        EngineFault.RegistryDenied => $"The registry denies {reference} (it may not exist, or need a login)",
        EngineFault.ImageNotFound => $"The registry does not have {reference}",
        _ when words.Contains("invalid character '<'", StringComparison.Ordinal) =>
            $"A web page came instead of {reference}, as from a proxy or a login portal",
        _ => $"The registry of {reference} cannot be used",
    };
}

namespace Harness.Engines.Discovery;

/// <summary>The PEM files for an engine behind TLS.</summary>
/// <param name="Authority">Authorities to trust; null: those that this machine trusts.</param>
/// <param name="Certificate">The certificate to show; null: none.</param>
/// <param name="Key">Its private key; null: none.</param>
/// <param name="Verify">Whether the engine's certificate is checked.</param>
public sealed record TlsFiles(string? Authority, string? Certificate, string? Key, bool Verify);

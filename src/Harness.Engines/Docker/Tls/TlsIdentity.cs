using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Engines.Discovery;

namespace Harness.Engines.Docker.Tls;

/// <summary>Who we are to an engine behind TLS, and whom we take for it.</summary>
internal sealed class TlsIdentity : IDisposable
{
    private readonly X509Certificate2Collection _authorities = [];
    private readonly bool _verify;

    private TlsIdentity(TlsFiles files)
    {
        _verify = files.Verify;
        if (files.Authority is { } authority)
            _authorities.ImportFromPemFile(authority);
        if (files is { Certificate: { } certificate, Key: { } key })
            Own.Add(X509Certificate2.CreateFromPemFile(certificate, key));
    }

    /// <summary>The certificates to show; empty or one.</summary>
    public X509Certificate2Collection Own { get; } = [];

    /// <summary>Reads the files.</summary>
    /// <exception cref="EngineException">They cannot be read or used.</exception>
    public static TlsIdentity Load(TlsFiles files)
    {
        try
        {
            return new TlsIdentity(files);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            var names = string.Join(", ", new[] { files.Authority, files.Certificate, files.Key }.OfType<string>());
            throw new EngineException(EngineFault.EngineNotRunning, $"the TLS files cannot be used ({names}): {e.Message}", e);
        }
    }

    /// <summary>Whether to believe the certificate that was shown.</summary>
    public bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (!_verify || errors == SslPolicyErrors.None)
            return true;
        // Only the chain may be at fault, and then only because this machine does not know the authority that we were given.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || _authorities.Count == 0 || certificate is not X509Certificate2 shown)
            return false;

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        return own.Build(shown);
    }

    public void Dispose()
    {
        foreach (var certificate in _authorities.Concat(Own))
            certificate.Dispose();
    }
}

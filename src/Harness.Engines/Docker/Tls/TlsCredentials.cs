using Docker.DotNet;
using Microsoft.Net.Http.Client;

namespace Harness.Engines.Docker.Tls;

/// <summary>Gives the package's own handler our certificates.</summary>
internal sealed class TlsCredentials(TlsIdentity identity) : Credentials
{
    public override bool IsTlsCredentials() => true;

    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler)
    {
        var handler = (ManagedHandler)innerHandler;
        handler.ClientCertificates = identity.Own;
        handler.ServerCertificateValidationCallback = identity.IsTrusted;
        return handler;
    }

    public override void Dispose()
    {
        identity.Dispose();
        base.Dispose();
    }
}

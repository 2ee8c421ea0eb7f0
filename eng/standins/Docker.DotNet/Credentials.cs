namespace Docker.DotNet;

/// <summary>How a client makes itself known to the engine.</summary>
public abstract class Credentials : IDisposable
{
    /// <summary>Whether <c>tcp</c> and <c>http</c> endpoints are spoken to over TLS.</summary>
    public abstract bool IsTlsCredentials();

    /// <summary>
    /// Called once per client with its <see cref="Microsoft.Net.Http.Client.ManagedHandler"/>, which takes certificates;
    /// the answer, that handler or one around it, sends every request.
    /// </summary>
    public abstract HttpMessageHandler GetHandler(HttpMessageHandler innerHandler);

#pragma warning disable CA1816 // The published class has this plain virtual method; overriding it must compile against both.
    public virtual void Dispose()
    {
    }
#pragma warning restore CA1816
}

namespace Docker.DotNet;

/// <summary>No credentials: whoever reaches the endpoint may use it.</summary>
public class AnonymousCredentials : Credentials
{
    public override bool IsTlsCredentials() => false;

    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler) => innerHandler;
}

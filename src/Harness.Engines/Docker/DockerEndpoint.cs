namespace Harness.Engines.Docker;

/// <summary>Addresses of engines.</summary>
internal static class DockerEndpoint
{
    /// <summary>The address without credentials, for messages and records.</summary>
    public static string Display(Uri endpoint) => endpoint.Scheme == "unix"
        ? "unix://" + endpoint.LocalPath
        : endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}

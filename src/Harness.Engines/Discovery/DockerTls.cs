namespace Harness.Engines.Discovery;

/// <summary>The certificates that the <c>docker</c> command would use, found as it finds them.</summary>
internal static class DockerTls
{
    /// <summary>
    /// What <c>DOCKER_TLS_VERIFY</c> asks for, with the files in <c>DOCKER_CERT_PATH</c> or else beside docker's configuration; null when
    /// it is not set.
    /// </summary>
    public static TlsFiles? FromEnvironment(IReadOnlyDictionary<string, string> environment, Func<string, string?> readFile)
    {
        if (string.IsNullOrEmpty(environment.GetValueOrDefault("DOCKER_TLS_VERIFY")))
            return null;
        var folder = environment.GetValueOrDefault("DOCKER_CERT_PATH") is { Length: > 0 } path
            ? path.TrimEnd('/')
            : DockerContext.Folder(environment);
        return FromFolder(folder, verify: true, readFile);
    }

    /// <summary>What a docker context holds; null when it holds nothing and does not ask for TLS either.</summary>
    public static TlsFiles? FromContext(string folder, bool skipVerify, Func<string, string?> readFile)
    {
        var files = FromFolder(folder, !skipVerify, readFile);
        return files is { Authority: null, Certificate: null } && !skipVerify ? null : files;
    }

    private static TlsFiles FromFolder(string? folder, bool verify, Func<string, string?> readFile)
    {
        var (certificate, key) = (Existing("cert.pem"), Existing("key.pem"));
        var both = certificate is not null && key is not null;
        return new TlsFiles(Existing("ca.pem"), both ? certificate : null, both ? key : null, verify);

        string? Existing(string name) => folder is not null && readFile($"{folder}/{name}") is not null ? $"{folder}/{name}" : null;
    }
}

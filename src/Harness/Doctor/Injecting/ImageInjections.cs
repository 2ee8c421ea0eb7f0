namespace Harness.Doctor.Injecting;

/// <summary>An image that is not there, or not what the suite takes it for.</summary>
public static class ImageInjections
{
    private static readonly string Nowhere = $"127.0.0.1:1/harness/none@sha256:{new string('0', 64)}";

    /// <summary>A digest that its registry does not have.</summary>
    public static Injection ImageNotFound { get; } = new()
    {
        Cause = "image-not-found",
        What = "the image's registry does not have the digest",
        Step = null,
        Remedy = "Check name and digest of ",
        Image = image => $"{image.Split('@')[0]}@sha256:{new string('0', 64)}",
        Pulls = true,
    };

    /// <summary>A registry at an address where nobody listens.</summary>
    public static Injection RegistryUnreachable { get; } = new()
    {
        Cause = "registry-unreachable",
        What = "nobody answers at the registry's address",
        Step = null,
        Remedy = "127.0.0.1:1",
        Image = _ => Nowhere,
        Pulls = true,
    };

    /// <summary>An interpreter that the image does not have.</summary>
    public static Injection ContainerStartFailed { get; } = new()
    {
        Cause = "container-start-failed",
        What = "the image does not have the interpreter",
        Step = "sanity",
        Subject = "python2.4",
        Remedy = "python2.4",
        Python = "{executable: python2.4}",
    };
}

namespace Harness.Build.Engines;

/// <summary>What /etc/os-release says about this machine.</summary>
internal static class OperatingSystemRelease
{
    private static readonly IReadOnlyDictionary<string, string> Values = EnvironmentFile.Read("/etc/os-release");

    public static bool IsDebianLike => Values.GetValueOrDefault("ID") is "debian" or "ubuntu";

    /// <summary>Such as bookworm; null where there is none.</summary>
    public static string? CodeName => Values.GetValueOrDefault("VERSION_CODENAME");
}

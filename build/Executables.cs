namespace Harness.Build;

/// <summary>The programs that this machine has.</summary>
internal static class Executables
{
    /// <summary>Adds the administrators' folders to the search path, which some shells lack: dockerd, ip and iptables are there.</summary>
    public static void ExtendSearchPath() => Environment.SetEnvironmentVariable(
        "PATH", string.Join(Path.PathSeparator, [.. SearchPath(), "/usr/local/sbin", "/usr/sbin", "/sbin"]));

    public static bool Have(string name) => SearchPath().Any(directory => File.Exists(Path.Combine(directory, name)));

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}

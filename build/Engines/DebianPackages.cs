using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>The programs that engine and fixtures need, and the Debian packages that have them.</summary>
internal static class DebianPackages
{
    // By program rather than by package: docker.io would push out a Docker that was installed from elsewhere.
    private static readonly (string Program, string Package)[] Needed =
    [
        ("dockerd", "docker.io"),
        ("docker", "docker.io"),
        ("docker-registry", "docker-registry"),
        ("podman", "podman"),
        ("crun", "crun"),
        ("runc", "runc"),
        ("skopeo", "skopeo"),
        ("mmdebstrap", "mmdebstrap"),
        ("iptables", "iptables"),
        ("ip", "iproute2"),
        ("setsid", "util-linux"),
        ("busybox", "busybox-static"),
    ];

    // Files that are not on the search path.
    private static readonly (string File, string Package)[] NeededFiles =
    [
        ("/usr/lib/podman/netavark", "netavark"),
        ("/usr/lib/podman/aardvark-dns", "aardvark-dns"),
        (AptSources.Keyring, "debian-archive-keyring"),
    ];

    /// <summary>Whether the missing ones can be installed here.</summary>
    public static bool CanInstall => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && OperatingSystemRelease.IsDebianLike;

    /// <summary>Installs what engine and fixtures need.</summary>
    public static Task InstallMissingAsync() => InstallMissingAsync(Needed, NeededFiles);

    /// <summary>Installs the packages of those programs and files that are not there.</summary>
    public static async Task InstallMissingAsync((string Program, string Package)[] programs, (string File, string Package)[] files)
    {
        string[] missing =
        [
            .. programs.Where(needed => !Executables.Have(needed.Program)).Select(needed => needed.Package)
                .Concat(files.Where(needed => !File.Exists(needed.File)).Select(needed => needed.Package))
                .Distinct(),
        ];

        if (missing.Length > 0)
        {
            Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
            await RunAsync("apt-get", ["update", "--quiet"]);
            await RunAsync("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", .. missing]);
        }
    }
}

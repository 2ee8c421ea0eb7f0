using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>Where this machine gets Debian's packages from.</summary>
internal static class AptSources
{
    public const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

    private static readonly string[] Query =
    [
        "indextargets",
        "--format",
        $"deb [signed-by={Keyring}] $(REPO_URI) $(RELEASE) $(COMPONENT)",
        "Created-By: Packages",
        "Origin: Debian",
    ];

    /// <returns>Lines for sources.list; null when this machine is not of that release, so that its sources say nothing.</returns>
    public static async Task<string?> ForAsync(string release)
    {
        if (OperatingSystemRelease.CodeName != release)
        {
            return null;
        }

        var (lines, _) = await ReadAsync("apt-get", Query);

        if (lines.Length == 0)
        {
            // apt answers from the lists it has downloaded; small images come without any.
            await RunAsync("apt-get", ["update", "--quiet"]);
            (lines, _) = await ReadAsync("apt-get", Query);
        }

        return lines;
    }
}

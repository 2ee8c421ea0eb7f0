using Harness.Engines;
using Harness.Suites;
using Harness.Suites.Wording;

namespace Harness.Running;

/// <summary>What is wrong when the sandbox's user cannot read what the suite gives it, in the words of the user's own machine.</summary>
internal static class Readability
{
    /// <summary>The failure for the first path inside that cannot be read.</summary>
    public static EngineException Failure(Suite suite, SandboxMounts mounts, string inside)
    {
        var (mount, outside) = (mounts.Source(inside), mounts.Outside(inside));
        var what = outside is null ? inside : Shown(suite, outside) + Mode(outside);
        return new(EngineFault.MountUnreadable, $"The sandbox's user {suite.User} cannot read {what}, which it has as {inside}.")
        {
            Remedy = mount is null || outside is null ? null : $"Let others read it ({ShellText.Of(["chmod", "-R", "o+rX", InTheWay(mount, outside)])}), or name a user that may (user: UID:GID).",
        };
    }

    /// <summary>How a path of the suite is named in a message.</summary>
    public static string Shown(Suite suite, string path) => Path.GetRelativePath(suite.Directory, path) is var relative and not "."
        ? DisplayText.Quote(relative)
        : "the suite's folder";

    // The outermost folder of a mount that others may not enter, else the path itself; what is above the mount matters to nobody inside.
    private static string InTheWay(string mount, string path)
    {
        if (OperatingSystem.IsWindows() || mount == path)
            return path;
        var folder = mount;
        foreach (var part in Path.GetRelativePath(mount, path).Split(Path.DirectorySeparatorChar))
        {
            if (!File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute))
                return folder;
            folder = Path.Combine(folder, part);
        }

        return path;
    }

    // What is in the way need not be the last part; but mostly it is.
    private static string Mode(string path) => OperatingSystem.IsWindows()
        ? ""
        : $" (mode {Convert.ToString((int)File.GetUnixFileMode(path), 8).PadLeft(4, '0')})";
}

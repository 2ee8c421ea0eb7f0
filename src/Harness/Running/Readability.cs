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
        var outside = mounts.Outside(inside);
        var what = outside is null ? inside : Shown(suite, outside) + Mode(outside);
        return new(EngineFault.MountUnreadable, $"The sandbox's user {suite.User} cannot read {what}, which it has as {inside}.");
    }

    /// <summary>How a path of the suite is named in a message.</summary>
    public static string Shown(Suite suite, string path) => Path.GetRelativePath(suite.Directory, path) is var relative and not "."
        ? DisplayText.Quote(relative)
        : "the suite's folder";

    // What is in the way need not be the last part; but mostly it is.
    private static string Mode(string path) => OperatingSystem.IsWindows()
        ? ""
        : $" (mode {Convert.ToString((int)File.GetUnixFileMode(path), 8).PadLeft(4, '0')})";
}

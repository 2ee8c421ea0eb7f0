using System.Diagnostics;
using System.Globalization;

namespace Harness.Standins.Tests.Dummy;

/// <summary>Processes that start others.</summary>
internal static class Families
{
    /// <summary>A chain of processes of this many generations below this one. Each prints its id and waits.</summary>
    public static int Tree(long depth)
    {
        Console.WriteLine(Environment.ProcessId);
        if (depth > 0)
            StartSelf("child-tree", (depth - 1).ToString(CultureInfo.InvariantCulture)).Dispose();

        Thread.Sleep(TimeSpan.FromMinutes(2));
        return 0;
    }

    /// <summary>Starts a process that sleeps with this one's outputs open, prints its id, and exits at once.</summary>
    public static int LeaveBehind(string seconds)
    {
        using var child = StartSelf("sleep", seconds);
        Console.WriteLine(child.Id);
        return 0;
    }

    // Nothing is redirected, so the outputs are inherited.
    private static Process StartSelf(params string[] arguments) => Process.Start(Environment.ProcessPath!, arguments);
}

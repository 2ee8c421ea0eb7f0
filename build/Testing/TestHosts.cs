using System.Diagnostics;

namespace Harness.Build.Testing;

/// <summary>
/// Test projects are programs of their own. When the test run gives up on a hanging test it ends the host that it knows,
/// but not the program below that.
/// </summary>
internal static class TestHosts
{
    /// <summary>Ends what still runs of one test project of this clone, with its children.</summary>
    public static void EndRemaining(string project)
    {
        var folder = Path.Combine(Paths.Artifacts, "bin", project, "release");

        foreach (var host in Process.GetProcessesByName(project).Where(host => Path.GetDirectoryName(host.MainModule?.FileName) == folder))
        {
            Console.WriteLine($"{project} ({host.Id}) still runs and is ended.");
            host.Kill(entireProcessTree: true);
        }
    }
}

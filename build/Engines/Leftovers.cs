using static SimpleExec.Command;

namespace Harness.Build.Engines;

/// <summary>
/// What a killed dockerd leaves behind: containerd's helpers, the containers under them, and mounts. All of it names
/// folders of this clone, which is how it is told from that of other daemons. After a regular end there is nothing.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="execRoot">dockerd's exec-root; the arguments of containerd and its helpers lead there.</param>
    /// <param name="dataRoot">dockerd's data-root.</param>
    public static async Task RemoveAsync(string execRoot, string dataRoot)
    {
        var helpers = Processes().Where(pid => IsHelper(Arguments(pid), execRoot)).ToArray();
        string[] doomed = [.. Processes().Where(pid => helpers.Contains(Parent(pid))), .. helpers];

        if (doomed.Length > 0)
        {
            Console.WriteLine($"A dockerd was killed here; ending what it left: {string.Join(' ', doomed)}.");
            await EndAsync(doomed);
        }

        foreach (var mount in Mounts().Where(mount => IsWithin(mount, execRoot) || IsWithin(mount, dataRoot)).Reverse())
        {
            await RunAsync("umount", ["--lazy", mount], noEcho: true);
        }
    }

    /// <summary>Podman's monitors of commands that have ended: each stays for five minutes, should somebody still ask for the exit code.</summary>
    /// <param name="storage">Where that Podman keeps its containers.</param>
    public static async Task EndMonitorsAsync(string storage)
    {
        string[] monitors = [.. Processes().Where(pid => IsMonitor(Arguments(pid), storage))];

        if (monitors.Length > 0)
        {
            await EndAsync(monitors);
        }
    }

    /// <summary>Whether a command line is that of a monitor of the Podman with this storage.</summary>
    public static bool IsMonitor(string[] arguments, string storage) =>
        Path.GetFileName(arguments[0]) == "conmon" && arguments.Any(argument => IsWithin(argument, storage));

    /// <summary>Whether a command line is containerd's or one of its shims', of the dockerd with this exec-root.</summary>
    public static bool IsHelper(string[] arguments, string execRoot) =>
        Path.GetFileName(arguments[0]).StartsWith("containerd", StringComparison.Ordinal)
        && arguments.Any(argument => IsWithin(argument, execRoot));

    private static bool IsWithin(string path, string folder) => path == folder || path.StartsWith($"{folder}/", StringComparison.Ordinal);

    private static string[] Processes() =>
        [.. Directory.GetDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit))];

    private static string[] Arguments(string pid) => Read($"/proc/{pid}/cmdline").TrimEnd('\0').Split('\0');

    // "pid (name, which may hold anything) state parent …"
    private static string Parent(string pid) =>
        Read($"/proc/{pid}/stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] : "";

    // The kernel writes a space in a path as \040.
    private static IEnumerable<string> Mounts() =>
        File.ReadAllLines("/proc/self/mounts").Select(line => line.Split(' ')[1].Replace(@"\040", " ", StringComparison.Ordinal));

    private static async Task EndAsync(string[] pids)
    {
        // Some end with others, so kill may miss them; whether all are gone is what counts.
        await ReadAsync("sh", ["-c", "kill -s KILL \"$@\"", "sh", .. pids], handleExitCode: _ => true);
        using var patience = new CancellationTokenSource(Patience);

        while (pids.Any(pid => Arguments(pid)[0].Length > 0))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // The process has ended since it was listed.
            return "";
        }
    }
}

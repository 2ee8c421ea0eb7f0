using System.ComponentModel;
using System.Globalization;
using Harness.Engines.Processes;

namespace Harness.Engines.Machine;

/// <summary>Finds out about this machine and this user, from the kernel's files and two programs; changes nothing.</summary>
public static class MachineReader
{
    private const string BinFormats = "/proc/sys/fs/binfmt_misc";

    private static readonly string[] GroupNames = ["-nG"];
    private static readonly string[] RootlessPrograms = ["newuidmap", "newgidmap"];

    /// <summary>Reads what there is.</summary>
    /// <param name="environment">The caller's environment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<MachineFacts> ReadAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var facts = new MachineFacts { User = Environment.UserName };
        if (!OperatingSystem.IsLinux())
            return facts;
        var uid = Uid(KernelFile.Text("/proc/self/status"));
        return facts with
        {
            Uid = uid,
            Groups = (await AskAsync("id", GroupNames, environment, cancellationToken))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            SubordinateIds = uid is { } number ? SubordinateIds.Parse(facts.User, number, KernelFile.Text("/etc/subuid"), KernelFile.Text("/etc/subgid")) : null,
            MissingPrograms = [.. RootlessPrograms.Where(program => SearchPath.Find(program, environment) is null)],
            HasPodman = SearchPath.Find("podman", environment) is not null,
            AvailableMemoryBytes = AvailableMemory(KernelFile.Text("/proc/meminfo")),
            Emulators = Directory.Exists(BinFormats)
                ? [.. Directory.EnumerateFiles(BinFormats, "qemu-*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
                : [],
        };
    }

    /// <summary>Who may use a socket; null when nobody can tell from here.</summary>
    public static async Task<SocketFacts?> SocketAsync(string path, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken) =>
        OperatingSystem.IsLinux()
        && (await AskAsync("stat", ["-L", "-c", "%U %G %a", path], environment, cancellationToken))?.Split(' ') is [var owner, var group, var mode]
            ? new SocketFacts(path, owner, group, mode)
            : null;

    internal static int? Uid(string status) => Line(status, "Uid:") is { } line
        && int.TryParse(line.Split('\t', StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.None, CultureInfo.InvariantCulture, out var effective)
            ? effective
            : null;

    internal static long? AvailableMemory(string meminfo) => Line(meminfo, "MemAvailable:") is { } line
        && long.TryParse(line.Replace("kB", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes)
            ? kibibytes * 1024
            : null;

    private static string? Line(string text, string key) => text.Split('\n')
        .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..];

    private static async Task<string?> AskAsync(
        string program, string[] arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        // A search path of the caller's may lack them.
        var path = SearchPath.Find(program, environment) ?? (File.Exists($"/usr/bin/{program}") ? $"/usr/bin/{program}" : null);
        if (path is null)
            return null;
        try
        {
            var output = await new ExternalProgram(path, environment).ReadAsync(new ProgramCall(arguments), cancellationToken);
            return output.ExitCode == 0 ? output.StandardOutput.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

namespace Harness.Engines.Processes;

/// <summary>Where programs are looked for.</summary>
internal static class SearchPath
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// The file that a name means in an environment, which need not be that of this process; null when there is none. A name with a
    /// directory is looked for there only.
    /// </summary>
    public static string? Find(string name, IReadOnlyDictionary<string, string> environment)
    {
        if (Path.GetFileName(name) != name)
            return IsProgram(name) ? Path.GetFullPath(name) : null;

        var folders = environment.GetValueOrDefault("PATH", "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name] : [name];
        return folders.SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .Where(path => Path.IsPathFullyQualified(path))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}

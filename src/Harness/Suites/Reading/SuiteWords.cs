namespace Harness.Suites.Reading;

/// <summary>Every key that takes one of a few words. The schema for editors lists the same ones; a test compares the two.</summary>
internal static class SuiteWords
{
    public static readonly WordTable<BinaryPolicy> Binary =
        new(new("prefer", BinaryPolicy.Prefer), new("only", BinaryPolicy.Only), new("any", BinaryPolicy.Any));

    public static readonly WordTable<PythonEnvironment> Environment =
        new(new("venv", PythonEnvironment.Venv), new("system", PythonEnvironment.System));

    public static readonly WordTable<WorkspaceAccess> Access =
        new(new("read-only", WorkspaceAccess.ReadOnly), new("read-write", WorkspaceAccess.ReadWrite), new("none", WorkspaceAccess.None));

    public static readonly WordTable<SourceBuildPolicy> SourceBuilds =
        new(new("allow", SourceBuildPolicy.Allow), new("warn", SourceBuildPolicy.Warn), new("forbid", SourceBuildPolicy.Forbid));

    /// <summary>True: exponential.</summary>
    public static readonly WordTable<bool> Backoff = new(new("exponential", true), new("fixed", false));

    public static readonly IReadOnlyList<string> Vary =
        ["time-zone", "locale", "hash-seed", "umask", "cpus", "hostname", "user", "working-directory"];

    /// <summary>The words of each key, by its path.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All => new Dictionary<string, IReadOnlyList<string>>
    {
        ["python.binary"] = Binary.Words,
        ["python.environment"] = Environment.Words,
        ["workspace.access"] = Access.Words,
        ["source-builds"] = SourceBuilds.Words,
        ["retries.backoff"] = Backoff.Words,
        ["vary[]"] = Vary,
    };
}

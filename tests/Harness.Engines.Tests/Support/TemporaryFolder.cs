namespace Harness.Engines.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("harness-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Lets every user read and write, so that only the mount itself can forbid it.</summary>
    public void OpenToAll()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, (UnixFileMode)0b111_111_111);
    }

    /// <summary>Writes a program.</summary>
    public void WriteScript(string name, string script)
    {
        File.WriteAllText(this[name], script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

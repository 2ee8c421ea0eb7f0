namespace Harness.Faults.Tests.Lab;

/// <summary>A folder with one suite in it.</summary>
public sealed class SuiteBench : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public SuiteBench(string suite)
    {
        Suite = suite;
        File.SetUnixFileMode(Path, Readable); // steps run as an unprivileged user, and temporary folders are private
    }

    public string Suite { get; }

    public string Path { get; } = Directory.CreateTempSubdirectory("harness-fault-").FullName;

    public string Output => In("out");

    public string In(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    public string Write(string name, string content)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Write(string name, byte[] content)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

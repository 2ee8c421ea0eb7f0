namespace Harness.Standins.Tests.Programs;

/// <summary>A directory of its own for one test, removed afterwards.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("harness-standins-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

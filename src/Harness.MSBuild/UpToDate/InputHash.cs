using System.Security.Cryptography;
using System.Text;

namespace Harness.MSBuild.UpToDate;

/// <summary>A hash over facts, files and folders, in the order in which they are added.</summary>
internal sealed class InputHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds texts; where each ends is part of the hash.</summary>
    public void Add(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{text?.Length ?? -1}:{text}\n"));
    }

    /// <summary>Adds what is in a file, and who may run it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public void AddFile(FileInfo file, string name)
    {
        Add(name, OperatingSystem.IsWindows() ? null : file.UnixFileMode.ToString());
        if (file.Length == 0)
            return; // a pipe has no length either, and would be waited for
        using var stream = file.OpenRead();
        Add(Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>The hash, in hexadecimal.</summary>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Doctor.Injecting.Packages;

/// <summary>A wheel of one module, made in memory.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">Its version.</param>
public sealed record WheelFile(string Name, string Version) : IPackageFile
{
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The module's source.</summary>
    public string Source { get; init; } = "";

    /// <summary>Further files: path and text.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The compatibility tag: Python, ABI and platform.</summary>
    public string Tag { get; init; } = "py3-none-any";

    /// <summary>What it asks for, as requirements.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Which Pythons it is for; null: all.</summary>
    public string? RequiresPython { get; init; }

    /// <inheritdoc/>
    public string FileName => $"{Module}-{Version}-{Tag}.whl";

    /// <summary>The archive's SHA-256, in hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Build()));

    private string Module => Name.Replace('-', '_');

    /// <inheritdoc/>
    public byte[] Build()
    {
        var folder = $"{Module}-{Version}.dist-info";
        List<(string Path, string Text)> files =
        [
            ($"{Module}.py", Source),
            .. Files.Select(file => (file.Key, file.Value)),
            ($"{folder}/METADATA", CoreMetadata.Of(Name, Version, Requires, RequiresPython)),
            ($"{folder}/WHEEL", $"Wheel-Version: 1.0\nGenerator: harness\nRoot-Is-Purelib: true\nTag: {Tag}\n"),
        ];
        files.Add(($"{folder}/RECORD", string.Concat(files.Select(file => $"{file.Path},sha256={Digest(file.Text)},{Encoding.UTF8.GetByteCount(file.Text)}\n")) + $"{folder}/RECORD,,\n"));
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create))
        {
            foreach (var (path, text) in files)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return archive.ToArray();
    }

    private static string Digest(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

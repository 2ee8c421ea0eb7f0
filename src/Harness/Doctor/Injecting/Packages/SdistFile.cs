using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Harness.Doctor.Injecting.Packages;

/// <summary>A source distribution whose build backend is the module that it brings along, made in memory.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">Its version.</param>
public sealed record SdistFile(string Name, string Version) : IPackageFile
{
    /// <summary>What the backend needs to be installed first.</summary>
    public IReadOnlyList<string> BuildRequires { get; init; } = [];

    /// <summary>The backend's module.</summary>
    public string Backend { get; init; } = "backend";

    /// <summary>What happens when a wheel is built; Python, run before a good wheel is made.</summary>
    public string OnBuild { get; init; } = "pass";

    /// <summary>What happens when metadata is asked for; Python, run before good metadata is made.</summary>
    public string OnMetadata { get; init; } = "pass";

    /// <summary>The module's source, as a Python expression.</summary>
    public string Content { get; init; } = "''";

    /// <summary>Further files: path and text.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public string FileName => $"{Name}-{Version}.tar.gz";

    private string Module => Name.Replace('-', '_');

    /// <inheritdoc/>
    public byte[] Build()
    {
        var archive = new MemoryStream();
        using (var gzip = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            Add(tar, "PKG-INFO", CoreMetadata.Of(Name, Version, [], null));
            Add(tar, "pyproject.toml",
                $"[build-system]\nrequires = [{string.Join(", ", BuildRequires.Select(name => $"\"{name}\""))}]\nbuild-backend = \"{Backend}\"\nbackend-path = [\".\"]\n");
            Add(tar, "backend.py", BackendSource());
            foreach (var (path, text) in Files)
                Add(tar, path, text);
        }

        return archive.ToArray();
    }

    private void Add(TarWriter tar, string path, string text) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{Name}-{Version}/{path}") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    private string BackendSource() =>
        $$"""
        import os, subprocess, sys, time, zipfile

        INFO = "{{Module}}-{{Version}}.dist-info"
        METADATA = "Metadata-Version: 2.1\nName: {{Name}}\nVersion: {{Version}}\n"
        WHEEL = "Wheel-Version: 1.0\nGenerator: harness\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


        def prepare_metadata_for_build_wheel(folder, settings=None):
            {{OnMetadata.Replace("\n", "\n    ", StringComparison.Ordinal)}}
            os.mkdir(os.path.join(folder, INFO))
            for name, text in (("METADATA", METADATA), ("WHEEL", WHEEL)):
                with open(os.path.join(folder, INFO, name), "w") as stream:
                    stream.write(text)
            return INFO


        def build_wheel(folder, settings=None, metadata=None):
            {{OnBuild.Replace("\n", "\n    ", StringComparison.Ordinal)}}
            name = "{{Module}}-{{Version}}-py3-none-any.whl"
            with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
                wheel.writestr("{{Module}}.py", {{Content}})
                wheel.writestr(INFO + "/METADATA", METADATA)
                wheel.writestr(INFO + "/WHEEL", WHEEL)
                wheel.writestr(INFO + "/RECORD", "")
            return name


        def build_sdist(folder, settings=None):
            raise NotImplementedError

        """;
}

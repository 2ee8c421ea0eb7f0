using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Harness.Tests.Support;

/// <summary>A source distribution that brings its own build backend, so that building it needs no index.</summary>
public static class SourceArchive
{
    /// <summary>Writes <c>stamped-1.0.tar.gz</c>.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="files">A Python expression: the files of the wheel that is built, bytes by name.</param>
    public static void Write(string folder, string files)
    {
        using var file = File.Create(Path.Combine(folder, "stamped-1.0.tar.gz"));
        using var compressed = new GZipStream(file, CompressionLevel.Fastest);
        using var archive = new TarWriter(compressed);
        Add(archive, "PKG-INFO", "Metadata-Version: 2.1\nName: stamped\nVersion: 1.0\n");
        Add(archive, "pyproject.toml", "[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n");
        Add(archive, "backend.py", $$"""
            import base64, hashlib, os, time, zipfile

            def build_wheel(directory, config_settings=None, metadata_directory=None):
                files = {{files}}
                info = "stamped-1.0.dist-info/"
                files[info + "METADATA"] = b"Metadata-Version: 2.1\nName: stamped\nVersion: 1.0\n"
                files[info + "WHEEL"] = b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
                digest = lambda data: base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                lines = ["%s,sha256=%s,%d\n" % (name, digest(data), len(data)) for name, data in files.items()]
                files[info + "RECORD"] = "".join(lines + [info + "RECORD,,\n"]).encode()
                name = "stamped-1.0-py3-none-any.whl"
                with zipfile.ZipFile(os.path.join(directory, name), "w") as wheel:
                    for path, data in files.items():
                        wheel.writestr(path, data)
                return name

            """);
    }

    private static void Add(TarWriter archive, string name, string text) => archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"stamped-1.0/{name}")
    {
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))),
    });
}

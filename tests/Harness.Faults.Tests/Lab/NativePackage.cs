using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Harness.Faults.Tests.Lab;

/// <summary>A source distribution of one file of C, which setuptools compiles.</summary>
/// <param name="Name">The package, and the module.</param>
/// <param name="Source">The file of C.</param>
internal sealed record NativePackage(string Name, string Source)
{
    /// <summary>Its only version.</summary>
    public const string Version = "1.0";

    /// <summary>Writes it into a wheelhouse that has what it takes to build it.</summary>
    public void Write(SuiteBench bench)
    {
        CopyFixtures(bench);
        bench.Write($"wheels/{Name}-{Version}.tar.gz", Build());
    }

    /// <summary>Copies setuptools, what it needs, and further packages from the fixture's wheelhouse.</summary>
    public static void CopyFixtures(SuiteBench bench, params IReadOnlyList<string> further)
    {
        IReadOnlyList<string> names = ["setuptools", "wheel", .. further];
        foreach (var archive in Directory.EnumerateFiles(LabEngine.Wheels).Where(file => names.Any(name => Path.GetFileName(file).StartsWith(name + "-", StringComparison.Ordinal))))
            bench.Write("wheels/" + Path.GetFileName(archive), File.ReadAllBytes(archive));
    }

    private byte[] Build()
    {
        var archive = new MemoryStream();
        using (var gzip = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            Add(tar, "PKG-INFO", $"Metadata-Version: 2.1\nName: {Name}\nVersion: {Version}\n");
            Add(tar, "pyproject.toml", "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n");
            Add(tar, "setup.py",
                $"from setuptools import Extension, setup\n\nsetup(name=\"{Name}\", version=\"{Version}\", ext_modules=[Extension(\"{Name}\", sources=[\"{Name}.c\"])])\n");
            Add(tar, Name + ".c", Source);
        }

        return archive.ToArray();
    }

    private void Add(TarWriter tar, string path, string text) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{Name}-{Version}/{path}") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
}

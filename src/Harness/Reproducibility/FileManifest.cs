using System.Text.Json;
using Harness.Evidence;

namespace Harness.Reproducibility;

/// <summary>Reads <c>files.jsonl</c>.</summary>
public static class FileManifest
{
    /// <summary>Reads the manifest, by path.</summary>
    /// <returns>Null where it is missing or any line cannot be read: half a manifest would prove differences that are none.</returns>
    public static IReadOnlyDictionary<string, FileEntry>? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var files = new Dictionary<string, FileEntry>(StringComparer.Ordinal);
        try
        {
            foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
            {
                if (JsonSerializer.Deserialize(line, EvidenceJson.Lines.FileEntry) is not { Path.Length: > 0 } entry)
                    return null;
                files[entry.Path] = entry;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return files;
    }
}

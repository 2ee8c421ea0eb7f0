using System.Text.Json;

namespace Harness.Evidence;

/// <summary>Reads a journal, also one that is still being written or that ends in the middle of a line.</summary>
public static class JournalReader
{
    /// <summary>Reads every line that can be read.</summary>
    /// <param name="path">The journal.</param>
    /// <returns>No entries where the file does not exist.</returns>
    public static JournalReading Read(string path)
    {
        if (!File.Exists(path))
            return new JournalReading([], Unreadable: 0, Torn: false);

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n');
        var entries = new List<JournalEntry>(lines.Length);
        var unreadable = 0;
        foreach (var line in lines.AsSpan(0, lines.Length - 1)) // behind each of these there is a line feed
        {
            if (Parse(line) is { } entry)
                entries.Add(entry);
            else
                unreadable++;
        }

        var last = Parse(lines[^1]); // whole, but for its line feed, or torn
        if (last is not null)
            entries.Add(last);
        return new JournalReading(entries, unreadable, Torn: last is null && lines[^1].Length > 0);
    }

    private static JournalEntry? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, EvidenceJson.Lines.JournalEntry);
        }
        catch (JsonException) // counted by the caller
        {
            return null;
        }
    }
}

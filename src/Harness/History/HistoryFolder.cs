using System.Text.Json;
using Harness.Evidence;
using Harness.Reporting.Html;

namespace Harness.History;

/// <summary>Writes a history: <c>history.html</c> for people and <c>history.json</c> for programs.</summary>
public static class HistoryFolder
{
    /// <summary>Writes both into a folder, which is made where it is missing. Each is replaced in one step.</summary>
    public static void Write(string folder, HistoryReport report)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, "history.json"), stream =>
        {
            JsonSerializer.Serialize(stream, report, HistoryJson.Indented.HistoryReport);
            stream.WriteByte((byte)'\n');
        });
        AtomicFile.Write(Path.Combine(folder, "history.html"), HtmlHistory.Of(report));
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Benchmarks.Reporting;

/// <summary>The results as files, one pair for the groups that were asked for.</summary>
internal static class ReportFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string folder, BenchOptions options, MachineFacts machine, IReadOnlyList<ContestResult> results)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Join('-', options.Groups));
        File.WriteAllText(path + ".md", string.Concat(results.Select(MarkdownReport.Of)) + machine.Text);
        File.WriteAllText(path + ".json", JsonSerializer.Serialize(new { options.Quick, machine, results }, Json));
        Console.WriteLine($"Written: {path}.md and .json");
    }
}

using System.Text.Json;
using Harness.Evidence;
using Harness.Reporting;

namespace Harness.MSBuild.UpToDate;

/// <summary>The last run in which everything passed, as a file in the artifacts folder; without it the next build runs the suites again.</summary>
/// <param name="Inputs">What it was a function of.</param>
/// <param name="Records">What it left behind; a later run by other means leaves something else.</param>
/// <param name="At">When it ended, UTC.</param>
internal sealed record GreenRun(string Inputs, string Records, DateTimeOffset At)
{
    private const string Name = ".up-to-date.json";

    /// <summary>Finds the run.</summary>
    /// <returns>Null when there is none, or its records are not as it left them.</returns>
    public static GreenRun? Read(ArtifactsFolder artifacts)
    {
        try
        {
            return JsonSerializer.Deserialize<GreenRun>(File.ReadAllBytes(PathIn(artifacts))) is { } run && run.Records == RecordsOf(artifacts) ? run : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes down that everything passed.</summary>
    public static void Write(ArtifactsFolder artifacts, string inputs, DateTimeOffset at) =>
        AtomicFile.Write(PathIn(artifacts), JsonSerializer.Serialize(new GreenRun(inputs, RecordsOf(artifacts), at)));

    /// <summary>Forgets the run, before the next one begins.</summary>
    public static void Forget(ArtifactsFolder artifacts)
    {
        if (Directory.Exists(artifacts.Path))
            File.Delete(PathIn(artifacts));
    }

    private static string RecordsOf(ArtifactsFolder artifacts)
    {
        using var hash = new InputHash();
        hash.AddFile(new(artifacts.Index), "index");
        hash.AddFile(new(artifacts.JUnit), "junit");
        foreach (var result in Reports.Read(artifacts))
            hash.AddFile(new(artifacts.Suite(result.Suite).Result), result.Suite);
        return hash.End();
    }

    private static string PathIn(ArtifactsFolder artifacts) => Path.Combine(artifacts.Path, Name);
}

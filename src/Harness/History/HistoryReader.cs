using System.Text.Json;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.History;

/// <summary>Reads records one after the other, and of each only what a history needs.</summary>
internal sealed class HistoryReader
{
    private readonly Dictionary<string, HistoryFacts> known = new(StringComparer.Ordinal);
    private readonly List<string> unreadable = [];

    /// <summary>Records that were no records, so far.</summary>
    public IReadOnlyList<string> Unreadable => unreadable;

    /// <summary>Artifacts folders of trials, so far: they tell how a suite fares under limits that it does not have.</summary>
    public int Trials { get; private set; }

    /// <summary>The records below folders, in no particular order.</summary>
    public IEnumerable<HistoryEntry> Read(IReadOnlyList<string> folders) =>
        from folder in folders
        from path in Find(new DirectoryInfo(folder))
        let entry = Entry(path, Path.GetRelativePath(folder, Path.GetDirectoryName(path)!).Replace('\\', '/'))
        where entry is not null
        select entry;

    // A suite's folder is not gone into: what is in there are its logs.
    private IEnumerable<string> Find(DirectoryInfo folder)
    {
        var record = new FileInfo(Path.Combine(folder.FullName, "result.json"));
        if (record is { Exists: true, LinkTarget: null })
            return [record.FullName];
        if (ArtifactsIndex.Read(Path.Combine(folder.FullName, "index.json")) is { Trial: true })
        {
            Trials++;
            return [];
        }

        return folder.EnumerateDirectories().Where(inner => inner.LinkTarget is null).SelectMany(Find);
    }

    private HistoryEntry? Entry(string path, string folder)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var record = JsonSerializer.Deserialize(stream, HistoryJson.Default.RecordShape);
            if (record is { Suite: { } suite, Verdict: { } verdict })
                return Entry(record, suite, verdict, folder);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // Among thousands of nights some broke off; they are named, and the others still tell.
        }

        unreadable.Add(path);
        return null;
    }

    private HistoryEntry Entry(RecordShape record, string suite, Verdict verdict, string folder)
    {
        var attempts = (record.Runs ?? []).SelectMany(run => run.Attempts ?? []).ToList();
        return new()
        {
            Suite = suite,
            Folder = folder,
            At = record.StartedAt,
            Verdict = verdict,
            Cause = record.Causes is [{ Name: { } cause }, ..] ? cause : null,
            DurationSeconds = record.DurationSeconds,
            PeakMemoryBytes = attempts.Max(attempt => attempt.Resources?.PeakMemoryBytes),
            Runs = record.Runs?.Count ?? 0,
            Statistics = record.Statistics,
            Tests = Tests(record),
            Drifted = [.. (record.Reproducibility?.Differences ?? [])
                .Where(difference => !difference.Benign && difference.Kind is DifferenceKinds.Version or DifferenceKinds.Missing or DifferenceKinds.Archive)
                .Select(difference => difference.Subject).OfType<string>().Distinct()],
            Facts = Facts(record),
        };
    }

    // A variation is another input: what fails under it only is not flaky.
    private static TestEnd[] Tests(RecordShape record) =>
    [
        .. from run in record.Runs ?? []
           where run.Varied is null
           from attempt in run.Attempts ?? []
           from step in attempt.Steps ?? []
           where step.Name?.StartsWith("test:", StringComparison.Ordinal) == true && step.Outcome is Outcome.Passed or Outcome.Failed or Outcome.TimedOut
           group step.Outcome is Outcome.Passed by step.Name!["test:".Length..] into ends
           select new TestEnd(ends.Key, ends.Any(passed => passed), ends.Any(passed => !passed)),
    ];

    private HistoryFacts Facts(RecordShape record)
    {
        var surroundings = Present(
            ("image", record.Image?.Digest ?? record.Image?.Reference),
            ("engine", record.Engine is { } engine ? $"{engine.Kind} {engine.Version}".TrimEnd() : null),
            ("kernel", record.Engine?.Kernel),
            ("python", record.Environment?.Python),
            ("pip", record.Environment?.Pip));
        var packages = record.Environment?.Packages is { } listed ? Present([.. listed.Select(package => (package.Name ?? "", package.Version))]) : null;
        var key = string.Join('\n', surroundings.Concat(packages ?? []).Select(fact => $"{fact.Key} {fact.Value}")) + (packages is null ? "" : "\n");
        if (!known.TryGetValue(key, out var facts))
            known[key] = facts = new(surroundings, packages);
        return facts;
    }

    private static Dictionary<string, string> Present(params (string Name, string? Value)[] facts) => facts
        .Where(fact => fact.Value is not null)
        .DistinctBy(fact => fact.Name)
        .ToDictionary(fact => fact.Name, fact => fact.Value!, StringComparer.Ordinal);
}

namespace Harness.Evidence;

/// <summary>
/// Builds the evidence of a suite again from the journal and the files beside it, also when Harness itself was killed:
/// a step that the journal begins and does not end is then the one it was in.
/// </summary>
public static class JournalEvidence
{
    /// <summary>Reads a suite's folder; null when it holds no journal, or one that does not say which suite it was.</summary>
    public static RecordedSuite? Read(SuiteFolder folder)
    {
        var entries = JournalReader.Read(folder.Journal).Entries;
        if (entries.FirstOrDefault(entry => entry.Suite is not null)?.Suite is not { } about)
            return null;
        var beside = entries.Where(entry => entry.Run is null).ToList();
        return new()
        {
            About = about,
            StartedAt = entries[0].At,
            EndedAt = entries[^1].At,
            Fault = beside.Find(entry => entry.Kind == JournalKind.Fault)?.Fault,
            Interrupted = beside.Exists(entry => entry.Kind == JournalKind.Interrupted),
            Engine = beside.Find(entry => entry.Engine is not null)?.Engine is { } engine ? EngineEvidence.Of(engine) : null,
            Image = beside.Find(entry => entry.Image is not null)?.Image,
            Attempts = [.. entries
                .Where(entry => entry is { Run: not null, Attempt: not null })
                .GroupBy(entry => (Run: entry.Run!.Value, Index: entry.Attempt!.Value))
                .OrderBy(group => group.Key)
                .Select(group => Attempt(about, folder.Attempt(group.Key.Run, group.Key.Index), [.. group]))],
        };
    }

    private static RecordedAttempt Attempt(SuiteEvidence about, AttemptFolder folder, List<JournalEntry> entries)
    {
        var outcome = entries.Find(entry => entry.Kind == JournalKind.AttemptEnded)?.Outcome;
        var created = entries.Find(entry => entry.Kind == JournalKind.ContainerCreated);
        return new()
        {
            Run = entries[0].Run!.Value,
            Index = entries[0].Attempt!.Value,
            StartedAt = entries[0].At,
            EndedAt = entries[^1].At,
            Container = created?.Container,
            Samples = [.. entries.Select(entry => entry.Sample).OfType<Engines.Sandboxes.CgroupCounters>()],
            Evidence = new()
            {
                About = about,
                Steps = JournalSteps.Read(about.Suite, folder, entries),
                Events = [.. entries.Select(entry => entry.Event).OfType<Engines.EngineEvent>()],
                Kills = [.. entries.Select(entry => entry.Kill).OfType<Engines.Sandboxes.KillEntry>()],
                FinalState = entries.FindLast(entry => entry.Kind == JournalKind.FinalState)?.State,
                Fault = entries.Find(entry => entry.Kind == JournalKind.Fault)?.Fault,
                Container = created?.ContainerName,
                Interrupted = outcome == Outcome.Interrupted,
                Finished = outcome is not null,
                PipReport = Text(folder, folder.InstallReport),
                PipLog = Text(folder, folder.PipLog),
            },
        };
    }

    private static string? Text(AttemptFolder folder, string path) =>
        folder.Suite.Find(folder.Suite.Relative(path)) is { } found ? LogTail.Read(found, long.MaxValue) : null;
}

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
        var attempts = entries
            .Where(entry => entry is { Run: not null, Attempt: not null })
            .GroupBy(entry => (Run: entry.Run!.Value, Index: entry.Attempt!.Value))
            .OrderBy(group => group.Key)
            .Select(group => Attempt(about, folder.Attempt(group.Key.Run, group.Key.Index), group.Key.Run, group.Key.Index, [.. group]));
        return new(about, entries.FirstOrDefault(entry => entry is { Kind: JournalKind.Fault, Run: null })?.Fault, [.. attempts]);
    }

    private static RecordedAttempt Attempt(SuiteEvidence about, AttemptFolder folder, int run, int index, IReadOnlyList<JournalEntry> entries)
    {
        var outcome = entries.FirstOrDefault(entry => entry.Kind == JournalKind.AttemptEnded)?.Outcome;
        return new(run, index, outcome, new()
        {
            About = about,
            Steps = JournalSteps.Read(about.Suite, folder, entries),
            Events = [.. entries.Select(entry => entry.Event).OfType<Engines.EngineEvent>()],
            Kills = [.. entries.Select(entry => entry.Kill).OfType<Engines.Sandboxes.KillEntry>()],
            FinalState = entries.LastOrDefault(entry => entry.Kind == JournalKind.FinalState)?.State,
            Fault = entries.FirstOrDefault(entry => entry.Kind == JournalKind.Fault)?.Fault,
            Container = entries.FirstOrDefault(entry => entry.Kind == JournalKind.ContainerCreated)?.ContainerName,
            Interrupted = outcome == Outcome.Interrupted,
            Finished = outcome is not null,
            PipReport = Text(folder, folder.InstallReport),
            PipLog = Text(folder, folder.PipLog),
        });
    }

    private static string? Text(AttemptFolder folder, string path) =>
        folder.Suite.Find(folder.Suite.Relative(path)) is { } found ? LogTail.Read(found, long.MaxValue) : null;
}

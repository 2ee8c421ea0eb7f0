using System.Text.Json;
using Harness.Doctor.Injecting;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Faults.Tests.Lab;
using Harness.Running;

namespace Harness.Faults.Tests.Endings;

/// <summary>What cannot be made to happen without harm to the machine: the journal of a real fault, changed where that fault would differ.</summary>
public sealed class ReplayedFaults(FaultLab lab)
{
    private static readonly Scenario Memory = new(ResourceInjections.MemoryLimit);

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_machine_that_runs_out_of_memory_by_a_changed_journal() => ReplayAsync(
        Memory with { Cause = "memory-host", Remedy = "96 MiB" },
        entry => entry with { Around = entry.Around is { } around ? around with { Before = Low(around.Before), After = Low(around.After) } : null });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_end_of_which_no_trace_is_left_by_a_changed_journal() => ReplayAsync(
        Memory with { Cause = "unknown", Subject = null, Remedy = "smoke.yml" },
        entry => entry is { Kind: JournalKind.Event } ? null
            : entry with
            {
                Around = entry.Around is { } around ? around with { Before = null, After = null } : null,
                Result = entry.Result is { Name: "test:hungry" } result ? result with { ExitCode = null, Signal = null, Termination = new(TerminationReason.Exited) } : entry.Result,
            });

    private async Task ReplayAsync(Scenario scenario, Func<JournalEntry, JournalEntry?> change)
    {
        using var bench = lab.Prepare(scenario);
        await FaultLab.RunAsync(bench, scenario);
        var folder = new ArtifactsFolder(bench.Output).Suite(bench.Suite);
        var changed = JournalReader.Read(folder.Journal).Entries.Select(change).OfType<JournalEntry>().ToList();
        await File.WriteAllLinesAsync(folder.Journal, changed.Select(entry => JsonSerializer.Serialize(entry, EvidenceJson.Lines.JournalEntry)), TestContext.Current.CancellationToken);

        lab.Judge(scenario, Reexamination.Of(folder)!, bench);
    }

    private static CgroupCounters? Low(CgroupCounters? counters) => counters is null ? null : counters with { PeakMemoryBytes = 20 << 20 };
}

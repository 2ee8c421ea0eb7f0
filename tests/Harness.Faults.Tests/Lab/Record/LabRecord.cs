using System.Collections.Concurrent;

namespace Harness.Faults.Tests.Lab.Record;

/// <summary>
/// What every fault was called, kept in the repository: the page about causes is made from it. A run compares with it;
/// <c>HARNESS_UPDATE_SNAPSHOTS=1</c> writes what was found into it.
/// </summary>
internal sealed class LabRecord
{
    private readonly ConcurrentBag<FaultRecord> made = [];
    private readonly IReadOnlyList<FaultRecord> known = Read();

    private static bool Updates => Environment.GetEnvironmentVariable("HARNESS_UPDATE_SNAPSHOTS") == "1";

    private static string Path => System.IO.Path.Combine(RepositoryFolder.Path, FaultRecord.File);

    /// <summary>The record as it is.</summary>
    public static IReadOnlyList<FaultRecord> Read() => File.Exists(Path) ? FaultRecord.Read(Path) : [];

    /// <summary>Notes one fault, which must be in the record already.</summary>
    public void Note(FaultRecord fault)
    {
        made.Add(fault);
        if (!Updates)
            Assert.True(known.Contains(fault), $"{fault} is not in {FaultRecord.File}; HARNESS_UPDATE_SNAPSHOTS=1 writes it, here and then in tests/Harness.Tests into the page about causes.");
    }

    /// <summary>Brings the record up to date where that is asked for; faults that were not made in this run stay as long as their tests do.</summary>
    public void Update()
    {
        if (!Updates || made.IsEmpty)
            return;
        var tests = FaultTests.All.ToHashSet();
        FaultRecord.Write(Path, known
            .Where(old => !made.Any(fault => (fault.Group, fault.Fault) == (old.Group, old.Fault)) && tests.Contains((old.Group, FaultTests.Sentence(old.Fault))))
            .Concat(made).Distinct());
    }
}

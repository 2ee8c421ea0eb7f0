using System.Globalization;
using Harness.Diagnosis.Pip;
using Harness.Engines;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Running;

/// <summary>
/// Listens to pip while it works: says when it goes back and forth over versions or is about to build from source, and ends
/// <see cref="Forbidden"/> when the suite does not allow that. A minute of an install that cannot pass is a minute lost.
/// </summary>
internal sealed class InstallWatch : IDisposable
{
    /// <summary>Versions tried again after which a person wants to know.</summary>
    private const int Notable = 5;

    private readonly Lock gate = new();
    private readonly SourceBuildPolicy sourceBuilds;
    private readonly ResolverBudget budget;
    private readonly Action<string> note;
    private readonly TimeProvider time;
    private readonly TaskCompletionSource forbidden = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LineSplitter lines;
    private readonly Dictionary<string, List<PipArchive>> tried = new(StringComparer.Ordinal);
    private ITimer? timer;
    private bool resolved;
    private int rounds;

    public InstallWatch(SourceBuildPolicy sourceBuilds, ResolverBudget? budget, Action<string> note, TimeProvider time)
    {
        (this.sourceBuilds, this.budget, this.note, this.time) = (sourceBuilds, budget ?? new(null, null), note, time);
        lines = new(Read);
    }

    /// <summary>Ends when the install has to be stopped.</summary>
    public Task Forbidden => forbidden.Task;

    /// <summary>Why; null when it does not have to.</summary>
    public StopFinding? Finding { get; private set; }

    /// <summary>Takes what pip printed.</summary>
    public void Write(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        if (stream != OutputStream.StandardOutput)
            return;
        lock (gate)
            lines.Write(bytes);
    }

    public void Dispose() => timer?.Dispose();

    private void Read(string line)
    {
        if (PipLines.Built(line) is { Count: > 0 } built)
            ToBuild(built);
        if (resolved || PipLines.EndsResolution(line))
            resolved = true;
        else if (PipLines.Archive(line) is { } archive)
            Try(archive);
    }

    private void Try(PipArchive archive)
    {
        if (!tried.TryGetValue(archive.Package, out var versions))
            tried.Add(archive.Package, versions = []);
        var again = versions.Count > 0 && versions.TrueForAll(other => other.Version != archive.Version);
        versions.Add(archive);
        if (!again)
            return;
        rounds++;
        if (rounds == 1 && budget.Seconds is { } seconds)
            timer = time.CreateTimer(_ => OutOfTime(seconds), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
        if (rounds == Notable)
            note($"pip goes back and forth over versions of {archive.Package}: {Versions(archive.Package)} so far");
        if (rounds > budget.Rounds)
            Forbid(StopFinding.Rounds, [MostTried()], $"pip tried {rounds} further versions, most of them of {MostTried()}: {Versions(MostTried())}");
    }

    private void OutOfTime(double seconds)
    {
        lock (gate)
        {
            if (!resolved)
                Forbid(StopFinding.Seconds, [MostTried()], string.Create(CultureInfo.InvariantCulture,
                    $"pip went on for {seconds:0.#} s after its first second try, with {rounds} further versions, most of them of {MostTried()}: {Versions(MostTried())}"));
        }
    }

    // A folder that is installed is meant to be built; only archives could have been wheels.
    private void ToBuild(IReadOnlyList<string> packages)
    {
        var archives = packages.Where(package => tried.GetValueOrDefault(package) is [.., { IsWheel: false }]).ToList();
        if (archives.Count == 0)
            return;
        var text = $"pip {(sourceBuilds == SourceBuildPolicy.Forbid ? "was about to build" : "builds")} {string.Join(", ", archives.Select(Named))} from source";
        if (sourceBuilds == SourceBuildPolicy.Forbid)
            Forbid(StopFinding.SourceBuilds, archives, text);
        else
            note(text);
    }

    private void Forbid(string rule, IReadOnlyList<string> packages, string text)
    {
        Finding ??= new(rule, packages, text);
        forbidden.TrySetResult();
    }

    private string MostTried() => tried.MaxBy(pair => pair.Value.Count).Key;

    private string Named(string package) => $"{package} {tried[package][^1].Version}";

    private string Versions(string package)
    {
        var versions = tried[package].Select(archive => archive.Version).Distinct(StringComparer.Ordinal).ToList();
        return versions.Count <= 4 ? string.Join(", ", versions) : $"{versions.Count} from {versions[0]} to {versions[^1]}";
    }
}

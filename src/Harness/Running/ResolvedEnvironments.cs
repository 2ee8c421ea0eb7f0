using Harness.Evidence;
using Harness.Reproducibility;
using Harness.Reproducibility.Pip;

namespace Harness.Running;

/// <summary>Reads what an install came to from what an attempt left behind.</summary>
internal static class ResolvedEnvironments
{
    /// <summary>The environment of the first run that says what Python it had; null when none does.</summary>
    public static ResolvedEnvironment? Read(SuiteFolder folder, IReadOnlyList<Run> runs) => runs
        .Where(run => run.Attempts.Count > 0)
        .Select(run => Read(folder.Attempt(run.Index, run.Attempts[^1].Index), run.Attempts[^1]))
        .FirstOrDefault(environment => environment is not null);

    private static ResolvedEnvironment? Read(AttemptFolder folder, Attempt attempt)
    {
        if (folder.Suite.Find(folder.Suite.Relative(folder.Environment)) is not { } path || PythonFacts.Parse(File.ReadAllText(path)) is not { } facts)
            return null;
        var snapshot = RunSnapshot.Read(folder, attempt);
        return new()
        {
            Python = facts.Python,
            Implementation = facts.Implementation,
            Pip = snapshot.PipVersion ?? facts.Pip,
            Machine = facts.Machine,
            Libc = facts.Libc,
            Packages = (snapshot.Inspected ?? snapshot.Frozen) is { } packages
                ? [.. packages.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Package(pair.Key, pair.Value, snapshot.Archives))]
                : null,
        };
    }

    private static ResolvedPackage Package(string name, InstalledPackage installed, IReadOnlyDictionary<string, PipReportItem>? archives)
    {
        var origin = archives?.GetValueOrDefault(name)?.Origin ?? installed.Origin;
        return new(name, installed.Version, origin?.FileName, origin?.Sha256, origin?.Commit);
    }
}

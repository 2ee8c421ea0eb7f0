using System.Text;
using Harness.Evidence;
using Harness.Reproducibility.Pip;

namespace Harness.Reproducibility;

/// <summary>What a run is compared by. A part that the run left no record of is null.</summary>
public sealed record RunSnapshot
{
    /// <summary>Installed distributions by normalised name, from <c>pip inspect</c>.</summary>
    public IReadOnlyDictionary<string, InstalledPackage>? Inspected { get; init; }

    /// <summary>Installed distributions by normalised name, from <c>pip freeze</c>.</summary>
    public IReadOnlyDictionary<string, InstalledPackage>? Frozen { get; init; }

    /// <summary>The archives that pip installed from, by normalised name, from its report.</summary>
    public IReadOnlyDictionary<string, PipReportItem>? Archives { get; init; }

    /// <summary>Version of the pip that wrote the report.</summary>
    public string? PipVersion { get; init; }

    /// <summary>Installed files by path.</summary>
    public IReadOnlyDictionary<string, FileEntry>? Files { get; init; }

    /// <summary>The steps and how they ended.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>Reads the snapshot of an attempt from what it left behind.</summary>
    public static RunSnapshot Read(AttemptFolder folder, Attempt attempt)
    {
        var report = Bytes(folder, folder.InstallReport) is { } written ? PipReport.Parse(written) : null;
        return new()
        {
            Inspected = Bytes(folder, folder.Inspect) is { } inspection ? ByName(PipInspection.Parse(inspection)?.Packages) : null,
            Frozen = Bytes(folder, folder.Freeze) is { } freeze ? ByName(FreezeList.Parse(Encoding.UTF8.GetString(freeze))) : null,
            Archives = ByName(report?.Items, item => item.Name),
            PipVersion = report?.PipVersion,
            Files = Find(folder, folder.Files) is { } files ? FileManifest.Read(files) : null,
            Steps = attempt.Steps,
        };
    }

    /// <summary>Distributions by normalised name; of several with one name, the first, which is the one that Python imports.</summary>
    public static IReadOnlyDictionary<string, InstalledPackage>? ByName(IEnumerable<InstalledPackage>? packages) =>
        ByName(packages, package => package.Name);

    private static Dictionary<string, T>? ByName<T>(IEnumerable<T>? items, Func<T, string> name) =>
        items?.DistinctBy(item => PackageName.Normalize(name(item))).ToDictionary(item => PackageName.Normalize(name(item)), StringComparer.Ordinal);

    private static byte[]? Bytes(AttemptFolder folder, string path) =>
        Find(folder, path) is { } found ? File.ReadAllBytes(found) : null;

    private static string? Find(AttemptFolder folder, string path) => folder.Suite.Find(folder.Suite.Relative(path));
}

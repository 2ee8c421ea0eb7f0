using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>One side of a comparison.</summary>
/// <param name="Result">The suite's record.</param>
/// <param name="Files">Installed files of its first run by path; null when there is no list of them.</param>
public sealed record BaselineSuite(SuiteResult Result, IReadOnlyDictionary<string, FileEntry>? Files)
{
    /// <summary>Reads a record and what lies beside it.</summary>
    /// <exception cref="ArtifactsException">The record is missing or damaged.</exception>
    internal static BaselineSuite Read(SuiteFolder folder, string path)
    {
        var result = ResultFile.Read(path);
        var run = result.Runs.FirstOrDefault(run => run.Attempts.Count > 0);
        var files = run is null ? null : folder.Attempt(run.Index, run.Attempts[^1].Index).Files;
        return new(result, files is not null && folder.Find(folder.Relative(files)) is { } found ? FileManifest.Read(found) : null);
    }
}

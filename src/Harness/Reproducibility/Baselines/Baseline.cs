using Harness.Evidence;

namespace Harness.Reproducibility.Baselines;

/// <summary>Records to compare with: an artifacts folder, the folder of one suite, or one <c>result.json</c> from anywhere.</summary>
/// <param name="ShownAs">The path as the user named it.</param>
/// <param name="Suites">What it holds.</param>
public sealed record Baseline(string ShownAs, IReadOnlyList<BaselineSuite> Suites)
{
    /// <summary>Reads all that it holds, so that the folder may be written over afterwards.</summary>
    /// <param name="shownAs">The path as the user named it.</param>
    /// <param name="workingDirectory">What it is relative to.</param>
    /// <exception cref="ArtifactsException">There is nothing there, or a record is damaged.</exception>
    public static Baseline Read(string shownAs, string workingDirectory)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(workingDirectory, shownAs)));
        if (File.Exists(path))
            return new(shownAs, [BaselineSuite.Read(Folder(Path.GetDirectoryName(path)!), path)]);
        if (File.Exists(Path.Combine(path, "result.json")))
            return new(shownAs, [BaselineSuite.Read(Folder(path), Path.Combine(path, "result.json"))]);
        if (!Directory.Exists(path))
            throw new ArtifactsException(path, $"'{shownAs}' does not exist.", "Name an artifacts folder or a result.json.");

        var artifacts = new ArtifactsFolder(path);
        var folders = ArtifactsIndex.Read(artifacts.Index) is { } index
            ? index.Suites.Where(suite => suite.Suite is not null).Select(suite => artifacts.Suite(suite.Suite))
            : artifacts.FindSuites();
        var suites = folders.Select(folder => BaselineSuite.Read(folder, folder.Result)).ToList();
        return suites.Count > 0
            ? new(shownAs, suites)
            : throw new ArtifactsException(path, $"'{shownAs}' contains no record of a suite.", "Name an artifacts folder or a result.json.");
    }

    /// <summary>The suite of a name; where both sides hold just one suite, that one.</summary>
    public BaselineSuite? Find(string name, bool only = false) =>
        Suites.FirstOrDefault(suite => suite.Result.Suite == name) ?? (only && Suites is [var single] ? single : null);

    private static SuiteFolder Folder(string path) => new(new ArtifactsFolder(Path.GetDirectoryName(path) ?? path), Path.GetFileName(path));
}

using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reporting.GitHub;
using Harness.Reporting.Html;
using Harness.Reporting.JUnit;

namespace Harness.Reporting;

/// <summary>Writes the reports at the root of an artifacts folder from what is in it: the same records always give the same reports.</summary>
public static class Reports
{
    /// <summary>
    /// Begins an artifacts folder: every suite gets an empty folder with a record that says "did not finish", and the reports
    /// say the same. Suites of earlier invocations are removed: what they came to is no longer true of this folder.
    /// </summary>
    /// <param name="artifacts">The folder; created where it is missing.</param>
    /// <param name="suites">The suites of the invocation, by unique names, each with its file as the user named it.</param>
    /// <param name="startedAt">When the invocation started, UTC.</param>
    /// <param name="options">How the reports are written.</param>
    /// <param name="kept">Names of suites that are left out this time, and whose last evidence stays.</param>
    /// <param name="isTrial">Whether the index says that it is a trial.</param>
    /// <exception cref="ArtifactsException">The folder cannot be made, or there is something in the way that Harness did not write.</exception>
    public static void Begin(
        ArtifactsFolder artifacts,
        IReadOnlyList<(string Name, string File)> suites,
        DateTimeOffset startedAt,
        ReportOptions? options = null,
        IReadOnlyList<string>? kept = null,
        bool isTrial = false)
    {
        artifacts.Claim();
        var results = suites.Select(suite => DidNotFinish.Of(suite.Name, suite.File, startedAt)).ToArray();
        foreach (var result in results)
        {
            var folder = artifacts.Suite(result.Suite);
            folder.Start();
            ResultFile.Write(folder, result);
        }

        artifacts.RemoveSuites(except: [.. results.Select(result => result.Suite), .. kept ?? []]);
        Write(artifacts, results, options, new() { StartedAt = startedAt, Trial = isTrial ? true : null });
    }

    /// <summary>Writes all reports again from the suites' records.</summary>
    /// <param name="artifacts">
    /// The folder. Its index tells which suites belong to the invocation; without one, all that have a record do.
    /// </param>
    /// <param name="options">How the reports are written.</param>
    /// <param name="durationSeconds">How long the invocation took, when it has just ended; else what the index says stays.</param>
    /// <returns>The records. A record that is missing or damaged is replaced by one that says so.</returns>
    public static IReadOnlyList<SuiteResult> Write(ArtifactsFolder artifacts, ReportOptions? options = null, double? durationSeconds = null)
    {
        var results = Read(artifacts);
        var index = ArtifactsIndex.Read(artifacts.Index) ?? new();
        Write(artifacts, results, options, index with { DurationSeconds = durationSeconds ?? index.DurationSeconds });
        return results;
    }

    /// <summary>Joins artifacts folders, such as those of a job's shards, and writes the reports of them all.</summary>
    /// <param name="sources">The folders, in order.</param>
    /// <param name="target">The folder that they are joined in; created where it is missing.</param>
    /// <param name="options">How the reports are written.</param>
    /// <returns>The records of all suites.</returns>
    /// <exception cref="ArtifactsException">
    /// A folder has no records, two have the same suite, or the target is one of them or holds what Harness did not write.
    /// </exception>
    public static IReadOnlyList<SuiteResult> Merge(IReadOnlyList<ArtifactsFolder> sources, ArtifactsFolder target, ReportOptions? options = null)
    {
        var suites = new List<(SuiteFolder Folder, SuiteResult Result)>();
        foreach (var source in sources)
        {
            var results = Read(source);
            if (results.Count == 0)
                throw new ArtifactsException(source.Path, $"{source.Path} has no records of suites.", "Name artifacts folders of harness run.");
            suites.AddRange(results.Select(result => (source.Suite(result.Suite), result)));
        }

        ArtifactsMerge.Copy([.. suites.Select(suite => (suite.Folder, suite.Result.Suite))], target);
        IReadOnlyList<SuiteResult> all = [.. suites.Select(suite => suite.Result)];
        Write(target, all, options, new());
        return all;
    }

    /// <summary>Reads the suites' records, in the order of the invocation.</summary>
    /// <param name="artifacts">The folder.</param>
    /// <returns>The records. A record that is missing or damaged is replaced by one that says so.</returns>
    public static IReadOnlyList<SuiteResult> Read(ArtifactsFolder artifacts) => ArtifactsIndex.Read(artifacts.Index) is { } index
        ? [.. index.Suites.Where(suite => suite.Suite is not null).Select(suite => Read(artifacts.Suite(suite.Suite), suite.Suite, suite.File ?? ""))]
        : [.. artifacts.FindSuites().Select(folder => Read(folder, folder.Name, folder.Relative(folder.Result)))];

    private static SuiteResult Read(SuiteFolder folder, string name, string file)
    {
        if (folder.Find("result.json") is not { } path)
            return DidNotFinish.Of(name, file, DateTimeOffset.UnixEpoch, new EvidenceLine("record", $"{folder.Name}/result.json is missing"));
        try
        {
            return ResultFile.Read(path);
        }
        catch (ArtifactsException exception)
        {
            return DidNotFinish.Of(name, file, File.GetLastWriteTimeUtc(path), new EvidenceLine("record", exception.Message));
        }
    }

    private static void Write(ArtifactsFolder artifacts, IReadOnlyList<SuiteResult> results, ReportOptions? options, ArtifactsIndex index)
    {
        options ??= new ReportOptions();
        var shownAs = options.ShownAs ?? artifacts.Path;
        JUnitWriter.Write(artifacts.JUnit, results, artifacts, options.JUnit);
        AtomicFile.Write(artifacts.Summary, StepSummary.Of(results, artifacts, shownAs, index.DurationSeconds));
        AtomicFile.Write(artifacts.Html, HtmlReport.Of(results, artifacts, shownAs, index));
        var indexed = index with
        {
            Verdict = Verdicts.Gravest(results.Select(result => result.Verdict)),
            Suites = [.. results.Select(result => Indexed(result, artifacts.Suite(result.Suite).Name))],
        };
        indexed.Write(artifacts.Index);
    }

    private static IndexedSuite Indexed(SuiteResult result, string folder) => new(
        result.Suite,
        result.File,
        result.Verdict,
        result.DurationSeconds,
        folder,
        $"{folder}/result.json",
        $"{folder}/journal.jsonl");
}

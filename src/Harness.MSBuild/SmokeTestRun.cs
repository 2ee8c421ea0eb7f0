using Harness.Diagnosis;
using Harness.Evidence;
using Harness.MSBuild.UpToDate;
using Harness.Reporting;
using Harness.Running;
using Microsoft.Build.Framework;

namespace Harness.MSBuild;

/// <summary>The suites of one project: replayed when nothing has changed since they were green, run otherwise.</summary>
internal sealed class SmokeTestRun(RunRequest request, BuildLog log, IRunProgress progress, TimeProvider time)
{
    private static readonly string NoSuites = CauseCatalog.Get("no-suites").Code;
    private readonly ArtifactsFolder artifacts = new(Path.Combine(request.WorkingDirectory, RunSettings.Of(request).Output));

    public async Task<(IReadOnlyList<SuiteResult> Results, ArtifactsFolder Artifacts, bool UpToDate)> RunAsync(bool force, CancellationToken cancellationToken)
    {
        var inputs = Inputs.Hash(request, artifacts, cancellationToken);
        if (!force && inputs is not null && GreenRun.Read(artifacts) is { } green && green.Inputs == inputs)
            return (Replay(green), artifacts, true);

        using var turn = await MachineTurn.TakeAsync(text => log.Message(MessageImportance.High, text), time, cancellationToken).ConfigureAwait(false);
        GreenRun.Forget(artifacts);
        var report = await HarnessRun.RunAsync(request, progress, time, cancellationToken).ConfigureAwait(false);
        foreach (var result in report.Results)
            log.Result(result, artifacts);

        // What is wrong with a suite stands in its result; the rest has no other place.
        if (report.Results.Count == 0)
        {
            foreach (var diagnostic in report.Diagnostics)
                log.Diagnostic(request.Suites.Count == 0 && diagnostic.Code == NoSuites ? diagnostic with { Remedy = "Add smoke.yml or a SmokeSuite item." } : diagnostic);
        }

        // Files that changed meanwhile were perhaps seen by one container and not by the other.
        if (report.ExitCode == ExitCodes.Passed && inputs is not null && Inputs.Hash(request, artifacts, cancellationToken) == inputs)
            GreenRun.Write(artifacts, inputs, time.GetUtcNow());
        return (report.Results, artifacts, false);
    }

    // With its warnings: what was worth a warning then is worth one now.
    private IReadOnlyList<SuiteResult> Replay(GreenRun green)
    {
        var results = Reports.Read(artifacts);
        foreach (var result in results)
            log.Result(result, artifacts, $", up to date since {green.At:yyyy-MM-dd HH:mm} UTC");
        log.Message(MessageImportance.Normal, "Nothing has changed since the last green run; -p:SmokeTestForce=true runs all the same.");
        return results;
    }
}

using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Own;

/// <summary>
/// pip tried version after version until its time was over, or its own patience. Needs: the end of the step, and pip's console.
/// The deadline says how it ended and this says why, so that it stands before the timeout. For: pip's own notes, or many
/// versions of one package fetched. Without such notes it is only likely: pip says nothing of backtracking over few packages.
/// </summary>
internal static partial class BacktrackingRule
{
    private const int ManyVersions = 6;

    public static Cause? Explain(Case @case)
    {
        var atDeadline = @case.Termination?.Reason == TerminationReason.Timeout;
        var gaveUp = @case.Pip.Said("ResolutionTooDeep") ?? @case.Pip.Said("resolution-too-deep");
        var stopped = @case.Around.Stopped is { Rule: StopFinding.Rounds or StopFinding.Seconds } found ? found : null;
        if (!@case.IsInstall || (!atDeadline && gaveUp is null && stopped is null))
            return null;
        var note = Looking().Matches(@case.Step.StdoutTail).LastOrDefault();
        var (package, versions) = MostTried(@case.Step.StdoutTail);
        if (note is null && gaveUp is null && stopped is null && versions.Count < ManyVersions)
            return null;

        package = stopped is not null ? stopped.Packages[0] : versions.Count >= ManyVersions ? package : note?.Groups["name"].Value ?? package;
        var tried = versions.Count > 1 ? $"{versions.Count} versions of it, from {versions[0]} to {versions[^1]}" : "several versions of it";
        var cause = @case.Create("resolver-backtracking", stopped is not null ? Confidence.Own : note is not null || gaveUp is not null ? Confidence.Stated : Confidence.Likely,
            $"pip went back and forth over versions of {package} without finding an answer"
            + (atDeadline ? $" in {DurationText.Format(@case.Suite.Timeouts.Install)}." : stopped is not null ? $", and was stopped by {stopped.Rule}." : "."),
            $"Write one version of {package} into a constraints file" + (versions.Count > 0 ? $", for instance {package}=={versions[0]}" : "")
            + "; then pip says at once what does not fit.");
        cause = @case.About(cause, package)
            .BecauseIf(stopped is not null, "stdout", () => stopped!.Text)
            .BecauseIf(gaveUp is not null, "stderr", () => gaveUp!)
            .BecauseIf(note is not null, "stdout", () => note!.Value.Trim())
            .BecauseIf(versions.Count > 1, "stdout", () => $"pip fetched {tried}");
        return atDeadline ? cause.Because("kill-ledger", OwnKill.Of(@case.Evidence, @case.Step, KillReason.Timeout) ?? "stopped at the deadline")
            : stopped is not null ? (cause.File is null ? cause.At(@case.Key(stopped.Rule)) : cause).ByOwnKill(@case, KillReason.Policy)
            : cause;
    }

    private static (string? Package, IReadOnlyList<string> Versions) MostTried(string stdout)
    {
        var most = stdout.Split('\n').Select(PipLines.Archive).OfType<PipArchive>()
            .GroupBy(archive => archive.Package, archive => archive.Version)
            .Select(group => (Package: group.Key, Versions: (IReadOnlyList<string>)[.. group.Distinct(StringComparer.Ordinal)]))
            .OrderByDescending(tried => tried.Versions.Count).FirstOrDefault();
        return most.Package is null ? (null, []) : most;
    }

    [GeneratedRegex(@"pip is (?:still )?looking at multiple versions of (?<name>[A-Za-z0-9][A-Za-z0-9._-]*) to determine[^\n]*")]
    private static partial Regex Looking();
}

using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// What went wrong at an index, where something is missing for it. The console shows the same two lines whatever the index
/// answered; only the log has the status. A page that is not there (404) is an index's way to say that it has no such package.
/// </summary>
internal static class IndexFault
{
    /// <summary>The failure that decided, and the package or file that was asked for; null when no index failed.</summary>
    public static (FetchFailure Failure, string Asked)? Of(Case @case)
    {
        if (!@case.Failed())
            return null;
        var failures = @case.Pip.Failures.Where(failure => !failure.IsAbsence).ToList();
        if (failures.Find(failure => failure.IsFatal) is { } fatal)
            return (fatal, @case.Pip.Package is { } named && PipWords.IsOf(fatal.Url, named) ? named : fatal.File);
        // A constrained package that no index shows is told as a conflict of the two lines that ask for it.
        var sought = @case.Pip.Said("conflicting dependencies") is null ? @case.Pip.Missing : @case.Pip.Missing.Append(@case.Pip.Package).OfType<string>();
        foreach (var package in sought)
        {
            if (failures.Find(failure => PipWords.IsOf(failure.Url, package)) is { } failure)
                return (failure, package);
        }

        // A page of links is asked for by its own address, whatever is looked for on it.
        return failures is [var first, ..] && @case.Pip.Missing is [var missing, ..] ? (first, missing) : null;
    }

    /// <summary>What all causes about an index carry; versions that came from elsewhere speak against it.</summary>
    public static Cause Witness(Case @case, Cause cause, FetchFailure failure, string asked)
    {
        cause = (cause with { Subject = failure.Host })
            .At(@case.Key("python.index-url") ?? @case.Key("python.extra-index-urls") ?? RequirementLines.Find(@case.Evidence.About.Inputs, asked))
            .Because("pip-log", $"{failure.Url}: {failure.Reason}");
        if (@case.Pip.Said("Could not find a version that satisfies") is not { } line)
            return cause;
        return line.Contains("(from versions: none)", StringComparison.Ordinal) ? cause.Because("stderr", line) : cause.Despite("stderr", line);
    }
}

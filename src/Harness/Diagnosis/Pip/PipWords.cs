using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Reproducibility;

namespace Harness.Diagnosis.Pip;

/// <summary>
/// What pip said in a step: on the console, and in its own log, which knows what the console hides: the status codes of
/// an index, the tags of wheels that were passed over, the output of a build.
/// </summary>
internal sealed partial class PipWords(AttemptEvidence evidence, StepEvidence step)
{
    /// <summary>The lines of pip's log without their times; only the install writes one.</summary>
    public IReadOnlyList<string> Log { get; } = step.Result.Name == "install" && evidence.PipLog is { } log
        ? [.. log.Split('\n').Select(line => Time().Replace(line, "").TrimEnd())]
        : [];

    /// <summary>What it could not find any usable file for, in the resolution or in the building of something else.</summary>
    public IReadOnlyList<string> Missing => field ??= [.. Console.Concat(Log)
        .SelectMany(line => MissingRequirement().Matches(line).Select(match => match.Groups["name"].Value))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>The package it is about: the one that the error names, else the one that pip worked on last.</summary>
    public string? Package => field ??= Named() ?? Last(Working());

    /// <summary>Pages of an index, or files, that could not be fetched.</summary>
    public IReadOnlyList<FetchFailure> Failures => field ??= [.. FetchFailure.Read([.. Console, .. Log]).Distinct()];

    private IEnumerable<string> Console => step.StderrTail.Split('\n').Concat(step.StdoutTail.Split('\n'));

    /// <summary>The versions of a project that it found, by its log, oldest first; of each only the fitting files.</summary>
    public IReadOnlyList<string> VersionsOf(string package) => [.. Log.Select(line => FoundLink().Match(line))
        .Where(match => match.Success && IsOf(match.Groups["url"].Value, package))
        .Select(match => match.Groups["version"].Value).Distinct(StringComparer.Ordinal).Reverse()];

    /// <summary>The first line of the console with this text; null when there is none.</summary>
    public string? Said(string text) => TextWitness.FirstLine(step, text);

    /// <summary>The first line of console or log with this text; null when there is none.</summary>
    public string? SaidOrLogged(string text) => Said(text) ?? Log.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))?.Trim();

    /// <summary>The last package that a line of the console names in this way; null when none does.</summary>
    public string? Last(Regex naming) => naming.Matches(step.StdoutTail).LastOrDefault()?.Groups["name"].Value;

    /// <summary>Whether a URL or a file's name belongs to a project.</summary>
    public static bool IsOf(string url, string package)
    {
        var name = PackageName.Normalize(package);
        return url.Split('/').Any(part => PackageName.Normalize(part) == name)
            || PackageName.Normalize(url.TrimEnd('/').Split('/')[^1]).StartsWith(name + "-", StringComparison.Ordinal);
    }

    // A line about the first of several requirements may name a file instead: "Cannot install -r requirements.txt (line 1)".
    private string? Named() => Naming().Matches(step.StderrTail).Select(match => match.Groups["name"].Value).FirstOrDefault();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d+ ")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\s*Found link (?<url>[^\s#]+).*, version: (?<version>\S+)$")]
    private static partial Regex FoundLink();

    [GeneratedRegex(@"No matching distribution found for (?<name>[A-Za-z0-9][A-Za-z0-9._-]*)")]
    private static partial Regex MissingRequirement();

    [GeneratedRegex(@"(?:No matching distribution found for|satisfies the requirement|Cannot install|Failed building wheel for|Could not build wheels for|Could not install requirement|Wheel '|Package '|^ {4}(?!yield )(?=\S+ from )|^ {4}(?=\S+ --hash)) ?(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)", RegexOptions.Multiline)]
    private static partial Regex Naming();

    /// <summary>Lines that say which package pip works on.</summary>
    [GeneratedRegex(@"^\s*(?:(?:Collecting|Building wheel for|Running setup\.py \w+ for) (?<name>[A-Za-z0-9][A-Za-z0-9._-]*)|Processing (?:\S*/)?(?<name>[A-Za-z0-9][A-Za-z0-9._]*(?:-[A-Za-z][A-Za-z0-9._]*)*)-\d)", RegexOptions.Multiline)]
    internal static partial Regex Working();
}

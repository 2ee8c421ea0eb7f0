using System.Globalization;
using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Running;
using Harness.Suites;
using Harness.Suites.Linting;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>
/// pip reads a line and takes nothing of the kind: an option it does not have, a repository without a name, a folder without a project,
/// or letters that are not UTF-8. Needs: its words, which name a part of the line.
/// </summary>
internal static partial class RequirementRefusedRule
{
    private const char Undecodable = '\uFFFD';

    // pip's functions that read such a file: a build may meet other letters elsewhere.
    private static readonly string[] Decoders = ["auto_decode", "req_file"];

    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var text = @case.Step.StderrTail;
        if (Encoding().Match(text) is { Success: true } encoding && Decoders.Any(name => text.Contains(name, StringComparison.Ordinal)) && Line(@case, $"{Undecodable}", raw: true) is { Place: { } place })
            return Of(@case, encoding, (null, place), $"pip cannot read {place.File}, which is not UTF-8.", "Save it as UTF-8.");
        if (Option().Match(text) is { Success: true, Groups: var option } && option["part"].Value is var unknown && Line(@case, unknown) is { Place: not null } optional)
            return Of(@case, Option().Match(text), optional, $"pip knows no option '{unknown}' in a requirements file.", $"Remove '{unknown}', or correct it.");
        if (Unnamed().Match(text) is { Success: true } unnamed)
            return Of(@case, unnamed, "pip cannot tell the name of '{0}'.", "Write NAME @ {0}, or add #egg=NAME.");
        if (Editable().Match(text) is { Success: true } editable)
            return Of(@case, editable, "'{0}' cannot be installed with -e: there is no such folder, and it is no repository.", "Correct '{0}': -e ./FOLDER, or -e git+https://…#egg=NAME.");
        if (Folder().Match(text) is { Success: true } folder)
            return Of(@case, folder, "'{0}' has neither pyproject.toml nor setup.py.", "Correct '{0}' (paths are relative to the workspace), or write a pyproject.toml there.");
        if (WheelName().Match(text) is { Success: true } wheel)
            return Of(@case, wheel, "'{0}' is no name of a wheel.", "Name '{0}' as it was built: NAME-VERSION-PYTHON-ABI-PLATFORM.whl.");
        return Extras().Match(text) is { Success: true } extras
            ? Of(@case, extras, Line(@case, "["), "a constraint has extras, which pip does not take.", "Write the constraint without them: NAME==VERSION.")
            : null;
    }

    private static Cause Of(Case @case, Match words, string what, string remedy)
    {
        var part = words.Groups["part"].Value;
        var shown = part.StartsWith("file://", StringComparison.Ordinal) ? part["file://".Length..] : part;
        var line = Placed(@case, words) is { } place ? (null, place) : Line(@case, part);
        return Of(@case, words, line, string.Format(CultureInfo.InvariantCulture, what, shown), string.Format(CultureInfo.InvariantCulture, remedy, shown)) with { Subject = line.Text ?? shown };
    }

    private static Cause Of(Case @case, Match words, (string? Text, SourcePosition? Place) line, string what, string remedy) =>
        (@case.Create("requirement-invalid", Confidence.Stated, $"{@case.Name}: {what}", remedy) with { Subject = line.Text ?? line.Place?.File })
            .At(line.Place).Because("stderr", words.Value.Trim());

    private static SourcePosition? Placed(Case @case, Match words) =>
        Place().Match(words.Value) is { Success: true } place && SandboxMounts.For(@case.Suite).Outside(place.Groups["file"].Value) is { } path
            ? new(InputFiles.Shown(@case.Suite, path), int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    // Comments are decoded as well, though they say nothing.
    private static (string? Text, SourcePosition? Place) Line(Case @case, string part, bool raw = false) =>
        (from input in @case.Evidence.About.Inputs
         from line in raw ? input.Text.Split('\n').Select((text, index) => (Line: index + 1, Text: text, Column: 1)) : LogicalLines.Of(input.Text)
         where line.Text.Contains(part, StringComparison.Ordinal)
         select ((string?)line.Text, (SourcePosition?)new SourcePosition(input.File, line.Line, line.Column))).FirstOrDefault();

    [GeneratedRegex(@"UnicodeDecodeError: '[\w-]+' codec can't decode[^\n]*")]
    private static partial Regex Encoding();

    [GeneratedRegex(@"[^\n]*error: no such option: (?<part>-\S+)")]
    private static partial Regex Option();

    [GeneratedRegex("Could not detect requirement name for '(?<part>[^']+)'[^\n]*")]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"ERROR: (?<part>\S+) is not a valid editable requirement")]
    private static partial Regex Editable();

    [GeneratedRegex(@"Directory '(?<part>[^']+)' is not installable[^\n]*|(?<part>file://\S+) (?:\(from [^\n]*\) )?does not appear to be a Python project[^\n]*")]
    private static partial Regex Folder();

    [GeneratedRegex(@"(?<part>[^\s/]+\.whl) is not a valid wheel filename[^\n]*")]
    private static partial Regex WheelName();

    [GeneratedRegex("Constraints cannot have extras")]
    private static partial Regex Extras();

    [GeneratedRegex(@"from -r (?<file>\S+) \(line (?<line>\d+)\)")]
    private static partial Regex Place();
}

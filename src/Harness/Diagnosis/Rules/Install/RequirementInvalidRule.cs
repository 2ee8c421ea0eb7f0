using System.Globalization;
using System.Text.RegularExpressions;
using Harness.Evidence;
using Harness.Running;
using Harness.Running.Varying;
using Harness.Suites;
using Harness.Suites.Linting;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>pip cannot read a line of the requirements. Needs: its word for it, with the line; of what is certain, the lint speaks before.</summary>
internal static partial class RequirementInvalidRule
{
    public static Cause? Explain(Case @case) =>
        !@case.IsInstall ? null : WithPlace(@case, Placed().Match(@case.Step.StderrTail)) ?? WithoutPlace(@case, Unplaced().Match(@case.Step.StderrTail));

    private static Cause? WithPlace(Case @case, Match words) => words.Success && Place(@case.Suite, words) is { } place
        ? Of(@case, words, place, words.Groups["asked"].Value)
        : null;

    private static Cause? WithoutPlace(Case @case, Match words) => words.Success && Line(@case, words.Groups["part"].Value) is (var asked, { } place)
        ? Of(@case, words, place, asked)
        : null;

    private static Cause Of(Case @case, Match words, SourcePosition place, string asked)
    {
        var cause = @case.Create("requirement-invalid", Confidence.Stated, $"{@case.Name}: pip cannot read '{asked}' as a requirement.", RequirementSyntax.Remedy);
        return words.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate((cause with { Subject = asked }).At(place), (current, line) => current.Because("stderr", line));
    }

    private static (string Asked, SourcePosition? Place) Line(Case @case, string part) =>
        (from input in @case.Evidence.About.Inputs
         from line in LogicalLines.Of(input.Text)
         where line.Text.Contains(part, StringComparison.Ordinal)
         select (line.Text, new SourcePosition(input.File, line.Line, line.Column))).FirstOrDefault();

    // Null of a file that is not the user's, such as one of a package that is being built.
    private static SourcePosition? Place(Suite suite, Match words)
    {
        var inside = words.Groups["file"].Value;
        var path = SandboxMounts.For(suite).Outside(inside) ?? SandboxMounts.For(suite, Variations.Workspace).Outside(inside);
        return path is null ? null : new(InputFiles.Shown(suite, path), int.Parse(words.Groups["line"].ValueSpan, CultureInfo.InvariantCulture));
    }

    // Since 24.1 the line is repeated with a mark below it, before the place; a hint may follow.
    [GeneratedRegex(@"Invalid requirement: (?<quote>['""])(?<asked>.*?)\k<quote>[^\n]*?(?:\n[^\n]*?){0,4}?\(from line (?<line>\d+) of (?<file>[^)\n]+)\)(?:\nHint: [^\n]*)?")]
    private static partial Regex Placed();

    // The first is an exception that pip does not expect.
    [GeneratedRegex(@"InvalidMarker: Invalid marker: (?<quote>['""])(?<part>.*?)\k<quote>(?=[,:\s]|$)[^\n]*|Extras after version (?<quote>['""])(?<part>.*?)\k<quote>\.")]
    private static partial Regex Unplaced();
}

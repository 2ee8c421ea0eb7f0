using System.Text.Json;
using System.Text.RegularExpressions;
using Harness.Suites.Wording;

namespace Harness.Suites.Reading;

/// <summary>Reads <c>expect</c>.</summary>
internal static class ExpectSection
{
    public static Expectation Read(MapReader map) => new()
    {
        ExitCode = map.Find("exit-code")?.Integer(0, 255) ?? 0,
        StdoutMatches = Pattern(map.Find("stdout-matches")),
        StderrMatches = Pattern(map.Find("stderr-matches")),
        StdoutExcludes = Pattern(map.Find("stdout-excludes")),
        StderrExcludes = Pattern(map.Find("stderr-excludes")),
    };

    private static string? Pattern(Field? field)
    {
        if (field?.Text() is not { } pattern)
            return null;
        if (pattern.Length > OutputPattern.MaxLength)
        {
            field.Invalid(
                $"{field.Name} is a pattern of {pattern.Length} characters; at most {OutputPattern.MaxLength} are accepted.",
                "Match a shorter part of the output.");
            return null;
        }

        var shown = DisplayText.Quote(pattern);
        try
        {
            OutputPattern.Check(pattern);
            return pattern;
        }
        catch (RegexParseException exception)
        {
            field.Invalid(
                $"{field.Name} is no regular expression: {shown} goes wrong at character {exception.Offset}: {Reason(exception)}.",
                "Correct it; put a backslash before ( ) [ ] { } . * + ? ^ $ | that stand for themselves.");
        }
        catch (NotSupportedException)
        {
            field.Invalid(
                $"{field.Name} cannot be matched in linear time: {shown} uses look-around, backreferences or the like, or repeats too much.",
                "Write it without; stdout-excludes and stderr-excludes say what must not match.");
        }

        return null;
    }

    private static string Reason(RegexParseException exception) => exception.Error switch
    {
        RegexParseError.InsufficientClosingParentheses => "'(' without ')'",
        RegexParseError.InsufficientOpeningParentheses => "')' without '('",
        RegexParseError.UnterminatedBracket => "'[' without ']'",
        RegexParseError.QuantifierAfterNothing => "a repetition of nothing",
        RegexParseError.NestedQuantifiersNotParenthesized => "a repetition of a repetition",
        RegexParseError.ReversedCharacterRange or RegexParseError.ReversedQuantifierRange => "a range in reverse order",
        RegexParseError.UnescapedEndingBackslash => "a backslash before nothing",
        RegexParseError.UnrecognizedEscape => "an unknown escape",
        var other => JsonNamingPolicy.KebabCaseLower.ConvertName(other.ToString()).Replace('-', ' '),
    };
}

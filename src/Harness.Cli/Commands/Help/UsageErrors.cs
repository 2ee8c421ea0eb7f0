using System.CommandLine;
using System.CommandLine.Parsing;
using Harness.Reporting;
using Harness.Suites.Wording;

namespace Harness.Cli.Commands.Help;

/// <summary>Says what is wrong with a command line, what was probably meant, and where to read more.</summary>
internal static class UsageErrors
{
    /// <summary>The lines to print; none when nothing is wrong.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (parsed.Action is HelpWithExamples)
            return [];
        var command = parsed.CommandResult.Command;
        List<string> errors =
        [
            .. Misspelt(parsed, arguments),
            .. parsed.Errors.Where(error => !parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)))
                .Select(Message),
        ];
        if (errors.Count == 0)
            return [];

        // A verb that nobody knows leaves no verb to go by, which is no second mistake.
        if (parsed.UnmatchedTokens.Count > 0)
            errors.RemoveAll(error => error.StartsWith("Required command", StringComparison.Ordinal));
        var help = command.Parents.Any() ? $"harness {command.Name} --help" : "harness --help";
        return [.. errors.Select(error => SafeText.Line($"harness: error: {error}", 1_000)), $"See: {help}"];
    }

    private static string Message(ParseError error) => error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument.Name: var name, Parent: CommandResult }
        ? $"{name} is missing."
        : error.SymbolResult is OptionResult { Implicit: true, Option: { Required: true, Name: var option } }
            ? $"{option} is missing."
        : string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.') + ".";

    // What looks like an option and is none would be taken for a suite's name.
    private static IEnumerable<string> Misspelt(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var command = parsed.CommandResult.Command;
        var literal = arguments.SkipWhile(argument => argument != "--").ToHashSet(StringComparer.Ordinal);
        var taken = command.Arguments.Select(parsed.GetResult).OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .Select(token => token.Value).Where(value => value.Length > 1 && value[0] == '-');
        foreach (var word in taken.Concat(parsed.UnmatchedTokens).Where(word => !literal.Contains(word)).Distinct())
            yield return word[0] == '-' ? Unknown("option", word, Options(command)) : Unknown("command", word, command.Subcommands.Select(verb => verb.Name));
    }

    private static string Unknown(string what, string word, IEnumerable<string> known)
    {
        var name = word.Split('=')[0];
        return NearestWord.Meant(name, known, "'") is { } meant
            ? $"There is no {what} '{name}'. Did you mean {meant}?"
            : $"There is no {what} '{name}'.";
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Select(option => option.Name).Concat(["--help"]).Where(name => name.StartsWith("--", StringComparison.Ordinal));
}

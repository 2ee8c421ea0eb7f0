using System.CommandLine;
using System.CommandLine.Completions;
using Harness.Diagnosis;
using Harness.Doctor;

namespace Harness.Cli.Commands.Completion;

/// <summary>What can be typed, made from the commands themselves: the shells' scripts are written from it.</summary>
/// <param name="Verbs">The verbs in their order.</param>
internal sealed record CompletionTable(IReadOnlyList<CompletionVerb> Verbs)
{
    private static readonly string[] Files = ["SUITE", "DIR", "A", "B", "PATH|CODE"];

    /// <summary>Reads the commands.</summary>
    public static CompletionTable Of(Command root)
    {
        var everywhere = root.Options.Where(option => option.Recursive).ToList();
        return new(
            [.. root.Subcommands.Select(verb => new CompletionVerb(
                verb.Name,
                verb.Description ?? "",
                [.. verb.Options.Concat(everywhere).Where(option => !option.Hidden).Select(Option)],
                [.. verb.Arguments.SelectMany(Words)],
                verb.Arguments.Any(argument => Files.Contains(argument.Name))))]);
    }

    private static CompletionOption Option(Option option) => new(
        [option.Name, .. option.Aliases.Where(alias => alias[0] == '-')],
        option.Description ?? "",
        option.ValueType != typeof(bool) && option is not System.CommandLine.Help.HelpOption,
        [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)],
        option.HelpName == "DIR");

    private static IEnumerable<string> Words(Argument argument) => argument.Name == "PATH|CODE"
        ? CauseCatalog.All.Concat(DoctorCatalog.All).Select(kind => kind.Name)
        : argument.GetCompletions(CompletionContext.Empty).Select(item => item.Label);
}

using System.Text;

namespace Harness.Cli.Commands.Completion;

/// <summary>Completion for fish.</summary>
internal static class FishScript
{
    public static string Of(CompletionTable table)
    {
        var text = new StringBuilder("# fish completion for harness, written by: harness completion fish\ncomplete -c harness -f\n");
        foreach (var verb in table.Verbs)
            text.Append($"complete -c harness -n __fish_use_subcommand -a {verb.Name} -d {Quote(verb.Description)}\n");
        foreach (var verb in table.Verbs)
        {
            var seen = $"complete -c harness -n '__fish_seen_subcommand_from {verb.Name}'";
            if (verb.Files)
                text.Append($"{seen} -F\n");
            if (verb.Words.Count > 0)
                text.Append($"{seen} -a {Quote(string.Join(' ', verb.Words))}\n");
            foreach (var option in verb.Options)
                text.Append($"{seen}{Names(option)}{Value(option)} -d {Quote(option.Description)}\n");
        }

        return text.ToString();
    }

    private static string Names(CompletionOption option) => string.Concat(option.Names.Where(name => name != "-?")
        .Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}"));

    private static string Value(CompletionOption option) => option switch
    {
        { TakesValue: false } => "",
        { Files: true } => " -r -F",
        { Values.Count: > 0 } => $" -x -a {Quote(string.Join(' ', option.Values))}",
        _ => " -x",
    };

    private static string Quote(string text) => $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}

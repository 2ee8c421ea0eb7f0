using System.Text;

namespace Harness.Cli.Commands.Completion;

/// <summary>Completion for zsh, as a file of its function path or sourced after compinit.</summary>
internal static class ZshScript
{
    public static string Of(CompletionTable table)
    {
        var text = new StringBuilder(
            """
            #compdef harness
            # zsh completion for harness, written by: harness completion zsh
            _harness() {
              local -a verbs
              verbs=(

            """.ReplaceLineEndings("\n"));
        foreach (var verb in table.Verbs)
            text.Append($"    '{Quote($"{verb.Name}:{verb.Description}")}'\n");
        text.Append("  )\n  if (( CURRENT == 2 )); then\n    _describe -t commands 'harness command' verbs\n    return\n  fi\n  local verb=${words[2]}\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n");
        foreach (var verb in table.Verbs)
            text.Append($"    {verb.Name}) _arguments -s{string.Concat(Specs(verb).Select(spec => $" \\\n      '{Quote(spec)}'"))} ;;\n");
        return text.Append("  esac\n}\nif [[ $funcstack[1] == _harness ]]; then _harness \"$@\"; else compdef _harness harness; fi\n").ToString();
    }

    private static IEnumerable<string> Specs(CompletionVerb verb)
    {
        foreach (var option in verb.Options)
        {
            foreach (var name in option.Names)
                yield return $"{name}[{Escape(option.Description)}]{(option.TakesValue ? ":value:" + Action(option.Values, option.Files) : "")}";
        }

        if (verb.Files || verb.Words.Count > 0)
            yield return "*:argument:" + (verb.Words.Count > 0 && verb.Files ? $"{{_files; compadd -- {string.Join(' ', verb.Words)}}}" : Action(verb.Words, verb.Files));
    }

    private static string Action(IReadOnlyList<string> values, bool files) =>
        files ? "_files" : values.Count > 0 ? $"({string.Join(' ', values)})" : " ";

    // In an option's description, brackets and colons mean something.
    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal).Replace(":", @"\:", StringComparison.Ordinal);

    private static string Quote(string text) => text.Replace("'", @"'\''", StringComparison.Ordinal);
}

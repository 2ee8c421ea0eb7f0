using System.Text;

namespace Harness.Cli.Commands.Completion;

/// <summary>Completion for bash, without the bash-completion package.</summary>
internal static class BashScript
{
    public static string Of(CompletionTable table)
    {
        var text = new StringBuilder(
            """
            # bash completion for harness, written by: harness completion bash
            _harness() {
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= words= files= i
              COMPREPLY=()
              for ((i = 1; i < COMP_CWORD; i++)); do
                case ${COMP_WORDS[i]} in -*) ;; *) verb=${COMP_WORDS[i]}; break ;; esac
              done
              case "$verb $prev" in

            """.ReplaceLineEndings("\n"));
        foreach (var verb in table.Verbs)
        {
            foreach (var option in verb.Options.Where(option => option.TakesValue))
            {
                var patterns = string.Join('|', option.Names.Select(name => $"\"{verb.Name} {name}\""));
                var reply = option.Files ? "compgen -f -- \"$cur\"" : $"compgen -W '{string.Join(' ', option.Values)}' -- \"$cur\"";
                text.Append($"    {patterns}) mapfile -t COMPREPLY < <({reply}); {(option.Files ? "compopt -o filenames 2> /dev/null; " : "")}return ;;\n");
            }
        }

        text.Append("  esac\n  case $verb in\n");
        foreach (var verb in table.Verbs)
        {
            var options = string.Join(' ', verb.Options.SelectMany(option => option.Names));
            text.Append($"    {verb.Name}) words='{string.Join(' ', verb.Words)}'; [[ $cur == -* ]] && words='{options}'; files={(verb.Files ? "1" : "")} ;;\n");
        }

        text.Append($"    '') words='{string.Join(' ', table.Verbs.Select(verb => verb.Name))} --help --version' ;;\n");
        return text.Append(
            """
              esac
              mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
              if [[ $files && $cur != -* ]]; then
                compopt -o filenames 2> /dev/null
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$cur")
              fi
            }
            complete -F _harness harness

            """.ReplaceLineEndings("\n")).ToString();
    }
}

using System.Text;

namespace Harness.Cli.Commands.Completion;

/// <summary>Completion for PowerShell, which completes files by itself where nothing is offered.</summary>
internal static class PwshScript
{
    public static string Of(CompletionTable table)
    {
        var text = new StringBuilder(
            """
            # PowerShell completion for harness, written by: harness completion pwsh
            Register-ArgumentCompleter -Native -CommandName harness -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
              $verb = $typed | Select-Object -Skip 1 | Where-Object { $_ -notlike '-*' } | Select-Object -First 1
              $previous = $typed | Select-Object -Last 1
              $values = @{

            """.ReplaceLineEndings("\n"));
        foreach (var verb in table.Verbs)
        {
            foreach (var option in verb.Options.Where(option => option.TakesValue))
            {
                foreach (var name in option.Names)
                    text.Append($"    '{verb.Name} {name}' = @({List(option.Values)})\n");
            }
        }

        text.Append("  }\n  $words = @{\n");
        text.Append($"    '' = @({List(table.Verbs.Select(verb => verb.Name))})\n");
        foreach (var verb in table.Verbs)
            text.Append($"    '{verb.Name}' = @({List(verb.Options.SelectMany(option => option.Names).Concat(verb.Words))})\n");
        return text.Append(
            """
              }
              $offered = if ($values.ContainsKey("$verb $previous")) { $values["$verb $previous"] } else { $words["$verb"] }
              $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """.ReplaceLineEndings("\n")).ToString();
    }

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));
}

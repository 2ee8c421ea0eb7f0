using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Diagnosis;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness explain</c>: what a code or a name of a cause stands for.</summary>
internal static class ExplainCommand
{
    public static Command Create(ITerminal terminal)
    {
        var code = new Argument<string>("CODE") { Description = "A code such as HARN4001, or a name such as memory-limit." };
        var command = new Command("explain", "Explains a code.") { code };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(code)!;
            if (CauseCatalog.Find(wanted) is not { } kind)
            {
                terminal.Progress.WriteLine(SafeText.Line($"harness: error: there is no cause '{wanted}'. Codes look like HARN4001, names like memory-limit.", 1_000));
                return ExitCodes.Invalid;
            }

            terminal.Result.WriteLine($"{kind.Code} {kind.Name}");
            terminal.Result.WriteLine($"  meaning   {kind.Meaning}");
            terminal.Result.WriteLine($"  evidence  {kind.Evidence}");
            terminal.Result.WriteLine($"  remedy    {kind.Remedy}");
            terminal.Result.WriteLine($"  retry     {(kind.Retryable ? "may end differently" : "does not help")}");
            return ExitCodes.Passed;
        });
        return command;
    }
}

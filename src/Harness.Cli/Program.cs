using Harness.Cli.Commands;
using Harness.Cli.Commands.Help;
using Harness.Cli.Terminal;
using Harness.Running;

var terminal = new SystemTerminal();
var parsed = HarnessCommand.Create(terminal, args).Parse(args is [] ? ["--help"] : args);
var errors = UsageErrors.Of(parsed, args);
foreach (var error in errors)
    terminal.Progress.WriteLine(error);
if (errors.Count > 0)
    return ExitCodes.Invalid;
var exitCode = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
return args is [] ? ExitCodes.Invalid : exitCode;

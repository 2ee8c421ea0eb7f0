using Harness.Cli.Commands;
using Harness.Cli.Terminal;
using Harness.Running;

var parsed = HarnessCommand.Create(new SystemTerminal()).Parse(args);
var exitCode = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? ExitCodes.Invalid : exitCode;

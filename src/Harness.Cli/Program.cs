using Harness.Cli.Commands;
using Harness.Cli.Terminal;

return await HarnessCommand.Create(new SystemTerminal()).Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });

using System.CommandLine;
using Harness.Cli.Terminal;
using Harness.Engines;
using Harness.Engines.Discovery;
using Harness.Engines.Sandboxes;
using Harness.Reporting;
using Harness.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness reap</c>: removes what dead invocations left behind.</summary>
internal static class ReapCommand
{
    public static Command Create(ITerminal terminal)
    {
        var engine = CommonOptions.Engine();
        var command = new Command("reap", "Removes the containers of invocations that are dead, never those of living ones.") { engine };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(engine), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, EngineChoice? choice, CancellationToken cancellationToken)
    {
        var environment = CallerEnvironment.Read();
        var settings = RunSettings.Of(new() { WorkingDirectory = Directory.GetCurrentDirectory(), Engine = choice, Environment = environment });
        if (settings.Diagnostics.Count > 0)
        {
            foreach (var diagnostic in settings.Diagnostics)
                await terminal.Progress.WriteLineAsync(DiagnosticText.Of(diagnostic)).ConfigureAwait(false);
            return ExitCodes.Invalid;
        }

        try
        {
            var connection = await EngineConnector.ConnectAsync(settings.Engine, environment, cancellationToken).ConfigureAwait(false);
            await using var engine = connection.Engine;
            var reaped = await new Reaper(LeaseDirectory.Open(), TimeProvider.System).ReapAsync(engine, cancellationToken).ConfigureAwait(false);
            foreach (var container in reaped.Removed)
                await terminal.Result.WriteLineAsync(SafeText.Line($"removed {container.Name}", 1_000)).ConfigureAwait(false);
            foreach (var container in reaped.Kept)
                await terminal.Result.WriteLineAsync(SafeText.Line($"not removed {container.Name}: left by --keep; remove it with {KeptContainers.Remove(engine.Info, container.Name)}", 1_000)).ConfigureAwait(false);
            foreach (var (container, error) in reaped.Failed)
                await terminal.Progress.WriteLineAsync(SafeText.Line($"not removed {container.Name}: {error.Message}", 1_000)).ConfigureAwait(false);
            await terminal.Result.WriteLineAsync($"{Amounts.Count(reaped.Removed.Count, "container")} removed").ConfigureAwait(false);
            return reaped.Failed.Count > 0 ? ExitCodes.Infrastructure : ExitCodes.Passed;
        }
        catch (EngineException exception)
        {
            await terminal.Progress.WriteLineAsync(SafeText.Line($"harness: error: {exception.Message}", 2_000)).ConfigureAwait(false);
            return ExitCodes.Infrastructure;
        }
    }
}

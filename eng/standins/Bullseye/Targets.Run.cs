using Bullseye.Internal;

namespace Bullseye;

public static partial class Targets
{
    /// <summary>
    /// Does what the command line asks, then ends the process: 0 for success, 1 for a failed target, 2 for invalid usage.
    /// </summary>
    public static async Task RunTargetsAndExitAsync(
        IEnumerable<string> args,
        Func<Exception, bool>? messageOnly = null,
        Func<string>? getMessagePrefix = null,
        TextWriter? outputWriter = null,
        TextWriter? diagnosticsWriter = null)
    {
        var exitCode = 0;
        try
        {
            await RunTargetsWithoutExitingAsync(args, messageOnly, getMessagePrefix, outputWriter, diagnosticsWriter).ConfigureAwait(false);
        }
        catch (InvalidUsageException e)
        {
            await (diagnosticsWriter ?? Console.Error).WriteLineAsync(e.Message).ConfigureAwait(false);
            exitCode = 2;
        }
        catch (TargetFailedException)
        {
            // Reported where it happened.
            exitCode = 1;
        }

        Environment.Exit(exitCode);
    }

    /// <summary>Does what the command line asks.</summary>
    /// <param name="args">Options and target names; the target "default" when none is named.</param>
    /// <param name="messageOnly">Whether an exception of a target is printed by its message alone, without the stack.</param>
    /// <param name="getMessagePrefix">The start of every line; the entry assembly's name by default.</param>
    /// <param name="outputWriter">Takes progress, lists and failures; standard output by default.</param>
    /// <param name="diagnosticsWriter">Takes remarks on the invocation itself; standard error by default.</param>
    /// <exception cref="InvalidUsageException">The command line or the targets' dependencies make no sense; nothing has run.</exception>
    /// <exception cref="TargetFailedException">A target's action threw.</exception>
    public static Task RunTargetsWithoutExitingAsync(
        IEnumerable<string> args,
        Func<Exception, bool>? messageOnly = null,
        Func<string>? getMessagePrefix = null,
        TextWriter? outputWriter = null,
        TextWriter? diagnosticsWriter = null)
    {
        var arguments = Arguments.Parse(args);
        var surroundings = new Surroundings(getMessagePrefix, outputWriter ?? Console.Out, diagnosticsWriter ?? Console.Error, arguments);
        return new Session(Catalog, arguments, messageOnly ?? (_ => false), surroundings).RunAsync();
    }
}

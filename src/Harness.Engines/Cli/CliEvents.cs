using System.Runtime.CompilerServices;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>The engine's events over a command line.</summary>
internal abstract class CliEvents(EngineCli cli)
{
    /// <summary>The command line.</summary>
    protected EngineCli Cli { get; } = cli;

    /// <summary>How to ask for a sign of life.</summary>
    protected abstract ProgramCall Ping { get; }

    /// <summary>The command that prints events, line by line, past ones too.</summary>
    protected abstract string[] Command { get; }

    /// <summary>Asks for a sign of life.</summary>
    public Task PingAsync(CancellationToken cancellationToken) => Cli.AskAsync(Ping, EngineFault.EngineLost, cancellationToken);

    public async IAsyncEnumerable<EngineEvent> WatchAsync(
        string labelKey, string labelValue, Action subscribed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The command is silent until there is an event. An engine that answers this will answer the command too, and repeats
        // what happens before that.
        await PingAsync(cancellationToken);
        subscribed();
        await foreach (var line in ListenAsync(["--filter", $"label={labelKey}={labelValue}"], cancellationToken))
        {
            if (Parse(line) is { } parsed)
                yield return parsed;
        }
    }

    /// <summary>The event of a line; null when it is none about a container.</summary>
    protected abstract EngineEvent? Parse(string line);

    /// <summary>Lines until cancelled or until the connection breaks.</summary>
    /// <param name="filters">Arguments that pick events about containers.</param>
    /// <param name="cancellationToken">Stops listening.</param>
    protected async IAsyncEnumerable<string> ListenAsync(
        string[] filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = new ProgramCall([.. Command, "--filter", "type=container", .. filters]);
        await using var lines = Cli.ListenAsync(call, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(lines))
            yield return lines.Current;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<string> lines)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (EngineException e) when (e.Fault == EngineFault.EngineLost)
        {
            return false; // The connection broke, which ends the stream as its regular end does.
        }
    }
}

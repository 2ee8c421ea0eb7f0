using System.Runtime.CompilerServices;
using Harness.Engines.Docker;
using Harness.Engines.Processes;

namespace Harness.Engines.Cli;

/// <summary>Docker's events over its command line.</summary>
/// <param name="cli">The command line.</param>
/// <param name="connectedAt">When the engine was connected to, by its own clock.</param>
internal sealed class DockerCliEvents(EngineCli cli, string connectedAt) : CliEvents(cli)
{
    protected override ProgramCall Ping => new("version", "--format", "{{json .}}");

    // It keeps 256 events.
    protected override string[] Command => ["events", "--format", "{{json .}}", "--since", connectedAt];

    /// <summary>Creations and ends of execs in all containers since the engine was connected to, until the connection breaks.</summary>
    public async IAsyncEnumerable<EventLine> WatchExecsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in ListenAsync(["--filter", "event=exec_create", "--filter", "event=exec_die"], cancellationToken))
        {
            if (EventLine.Read(line) is { } read)
                yield return read;
        }
    }

    protected override EngineEvent? Parse(string line) => DockerEventParser.Parse(line);
}

namespace Harness.Engines.Docker;

/// <summary>Reads one line of Docker's event stream.</summary>
internal static class DockerEventParser
{
    /// <summary>The event; null when the line is none about a container.</summary>
    public static EngineEvent? Parse(string line) => EventLine.Read(line) is { } read
        ? new EngineEvent(read.At, read.Action, read.ContainerId, read.Number("exitCode"), read.Number("signal"), read.Text("execID"))
        : null;
}

using Docker.DotNet.Models;

namespace Harness.Engines.Docker;

/// <summary>What is known of an exec that has ended.</summary>
/// <param name="Answer">The engine's answer when asked; null when container and exec are gone, or forgotten in a restart.</param>
/// <param name="StreamClosed">Whether both output streams reached their end; false when the connection broke.</param>
/// <param name="Words">How its output began.</param>
internal sealed record ExecEnd(ContainerExecInspectResponse? Answer, bool StreamClosed, FirstWords Words);

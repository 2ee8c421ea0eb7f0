using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>What a command in a container wrote, and how it ended.</summary>
public sealed record ExecOutcome(string Stdout, string Stderr, ContainerExecInspectResponse Inspection);

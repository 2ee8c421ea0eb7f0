namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>For what measures the whole process: nothing else runs at the time.</summary>
[CollectionDefinition(nameof(FloodCollection), DisableParallelization = true)]
public sealed class FloodCollection;

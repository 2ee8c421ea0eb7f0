namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>Tests that share one engine and its image.</summary>
[CollectionDefinition(nameof(EngineCollection))]
public sealed class EngineCollection : ICollectionFixture<EngineFixture>;

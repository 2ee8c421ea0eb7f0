namespace Harness.Package.Tests.MSBuild;

/// <summary>The tests that build: they share restored projects, and so run one after the other.</summary>
[CollectionDefinition("builds")]
public sealed class BuildCollection : ICollectionFixture<BuildBed>;

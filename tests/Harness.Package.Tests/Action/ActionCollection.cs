namespace Harness.Package.Tests.Action;

/// <summary>Tests that use the action: one after the other, for they share the engine and count its containers.</summary>
[CollectionDefinition(Name)]
public sealed class ActionCollection : ICollectionFixture<InstalledTool>
{
    public const string Name = "action";
}

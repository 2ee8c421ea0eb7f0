using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Harness.Engines.Tests.Support;

/// <summary>Runs a test on every kind of engine: the kind is its first argument, and what is given here the rest.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnginesAttribute(params object?[] rest) : DataAttribute
{
    /// <summary>The kinds to run it on, where not all make a difference.</summary>
    public EngineKind[] Only { get; set; } = Enum.GetValues<EngineKind>();

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Only.Select(kind => new TheoryDataRow([kind, .. rest]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

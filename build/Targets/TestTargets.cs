using Harness.Build.Testing;
using static Bullseye.Targets;

namespace Harness.Build.Targets;

/// <summary>All test projects, one after the other, and their totals.</summary>
internal static class TestTargets
{
    public static void Add() =>
        Target("test", "Run every test project", dependsOn: ["build", "engine", "fixtures"], async () =>
        {
            await TestTools.ProvideAsync();
            await TestRun.AllAsync();
        });
}

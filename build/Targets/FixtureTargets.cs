using Harness.Build.Fixtures;
using static Bullseye.Targets;

namespace Harness.Build.Targets;

/// <summary>The image and the wheels that tests and suites use.</summary>
internal static class FixtureTargets
{
    public static void Add() =>
        Target("fixtures", "Make the pinned Python image and the wheelhouse", dependsOn: ["engine"], FixtureSetup.ProvideAsync);
}

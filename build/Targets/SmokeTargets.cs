using Harness.Build.Engines;
using Harness.Build.Fixtures;
using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>Harness itself at work: the quick start, and the benchmarks.</summary>
internal static class SmokeTargets
{
    private static readonly string[] Needs = ["build", "engine", "fixtures"];

    private static readonly string[] Engines = ["docker", "docker-cli", "podman", "podman-cli"];

    public static void Add()
    {
        Target("smoke", "Run the quick start's suite with the harness just built", dependsOn: Needs, () => RunAsync(
            "dotnet",
            ["exec", Paths.Cli, "run", Path.Combine(Paths.QuickStart, "smoke.yml"), "--output", Path.Combine(Paths.Artifacts, "smoke")],
            workingDirectory: Paths.Root));

        Target("inject", "Make the faults of the doctor on each engine, and see each named rightly", dependsOn: Needs, forEach: Engines, engine => RunAsync(
            "dotnet",
            ["exec", Paths.Cli, "doctor", "--inject", "all", "--engine", engine, "--image", Environment.GetEnvironmentVariable(FixtureImage.Variable)!],
            configureEnvironment: variables => variables["CONTAINER_HOST"] = Environment.GetEnvironmentVariable(PrivatePodman.Variable),
            workingDirectory: Paths.Root));

        Target("bench", "Compare Harness with doing the same by hand", dependsOn: [.. Needs, "publish"], () => RunAsync(
            "dotnet",
            ["run", "--project", Paths.Project("tests", "Harness.Benchmarks"), "--configuration", "Release", "--no-build"],
            workingDirectory: Paths.Root));
    }
}

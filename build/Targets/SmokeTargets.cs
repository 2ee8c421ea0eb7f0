using Harness.Build.Engines;
using Harness.Build.Fixtures;
using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>Harness itself at work: the quick start, the README's red run as a picture, and the benchmarks.</summary>
internal static class SmokeTargets
{
    private static readonly string[] Needs = ["cli", "engine", "fixtures"];

    private static readonly string[] Engines = ["docker", "docker-cli", "podman", "podman-cli"];

    public static void Add()
    {
        Target("smoke", "Run the quick start's suite with the harness just built", dependsOn: Needs, () => RunAsync(
            "dotnet",
            ["exec", Paths.Cli, "run", Path.Combine(Paths.QuickStart, "smoke.yml"), "--output", Path.Combine(Paths.Artifacts, "smoke")],
            workingDirectory: Paths.Root));

        Target("picture", "Make docs/images/report.png anew from the README's red run; needs chromium", dependsOn: Needs, async () =>
        {
            await RunAsync(
                "dotnet",
                ["exec", Paths.Cli, "run", Path.Combine("tests", "smoke", "memory", "out-of-memory.yml")],
                workingDirectory: Paths.Root,
                handleExitCode: code => code == 1); // red it is
            await RunAsync("chromium",
            [
                "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1000,860",
                $"--screenshot={Path.Combine(Paths.Root, "docs", "images", "report.png")}", Path.Combine(Paths.Artifacts, "smoke", "report.html"),
            ]);
        });

        Target("inject", "Make the faults of the doctor on each engine, and see each named rightly", dependsOn: Needs, forEach: Engines, engine => RunAsync(
            "dotnet",
            ["exec", Paths.Cli, "doctor", "--inject", "all", "--engine", engine, "--image", Environment.GetEnvironmentVariable(FixtureImage.Variable)!],
            // The command itself needs no service, and refuses one that it is led to.
            configureEnvironment: variables => variables["CONTAINER_HOST"] = engine == "podman" ? Environment.GetEnvironmentVariable(PrivatePodman.Variable) : null,
            workingDirectory: Paths.Root));

        Target("bench", "Compare Harness with doing the same by hand", dependsOn: ["build", "engine", "fixtures", "publish"], () => RunAsync(
            "dotnet",
            ["run", "--project", Paths.Project("tests", "Harness.Benchmarks"), "--configuration", "Release", "--no-build"],
            workingDirectory: Paths.Root));
    }
}

using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>Harness itself at work: the quick start, and the benchmarks.</summary>
internal static class SmokeTargets
{
    private static readonly string[] Needs = ["build", "engine", "fixtures"];

    public static void Add()
    {
        Target("smoke", "Run the quick start's suite with the harness just built", dependsOn: Needs, () => RunAsync(
            "dotnet",
            ["exec", Paths.Cli, "run", Path.Combine(Paths.QuickStart, "smoke.yml"), "--output", Path.Combine(Paths.Artifacts, "smoke")],
            workingDirectory: Paths.Root));

        Target("bench", "Compare Harness with doing the same by hand", dependsOn: [.. Needs, "publish"], () => RunAsync(
            "dotnet",
            ["run", "--project", Paths.Project("tests", "Harness.Benchmarks"), "--configuration", "Release", "--no-build"],
            workingDirectory: Paths.Root));
    }
}

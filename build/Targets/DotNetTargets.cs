using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>What the .NET SDK does for us: restore, build, pack.</summary>
internal static class DotNetTargets
{
    private static readonly string[] Packed = ["Harness.Cli", "Harness.MSBuild"];

    public static void Add()
    {
        Target("restore", "Restore the packages", () => RunAsync("dotnet", ["restore", Paths.Solution]));

        Target(
            "build",
            "Compile everything in Release",
            dependsOn: ["restore"],
            () => RunAsync("dotnet", ["build", Paths.Solution, "--configuration", "Release", "--no-restore", "--verbosity", "minimal"]));

        Target(
            "cli",
            "Compile the harness command alone in Release",
            () => RunAsync("dotnet", ["build", Paths.Project("src", "Harness.Cli"), "--configuration", "Release", "--verbosity", "minimal"]));

        Target(
            "pack",
            "Make the packages in artifacts/packages",
            forEach: Packed, // and nothing that is not in them: tests and benchmarks take as long again
            project => RunAsync(
                "dotnet",
                ["pack", Paths.Project("src", project), "--configuration", "Release", "--output", Paths.Packages]));

        Target(
            "publish",
            "Make the harness command as its package for this platform has it, in artifacts/publish",
            dependsOn: ["build"],
            () => RunAsync(
                "dotnet",
                ["publish", Paths.Project("src", "Harness.Cli"), "--configuration", "Release", "--no-restore", "--runtime", "linux-x64"]));
    }
}

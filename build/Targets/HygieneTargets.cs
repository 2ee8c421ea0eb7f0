using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>Style, and tidying up.</summary>
internal static class HygieneTargets
{
    public static void Add()
    {
        Target("lint-code", "Check the C# style", dependsOn: ["restore"], () =>
            RunAsync("dotnet", ["format", Paths.Solution, "--no-restore", "--verify-no-changes"]));

        Target("lint-scripts", "Check shell scripts and YAML, with the linters that this machine has", () => LintScriptsAsync());

        Target("lint", "Check the style of everything", dependsOn: ["lint-code", "lint-scripts"]);

        Target("clean", "Remove artifacts, except the engine's", Clean);
    }

    private static async Task LintScriptsAsync()
    {
        foreach (var (linter, options, patterns) in new (string, string[], string[])[]
        {
            ("shellcheck", [], ["*.sh", ".ci/run"]),
            ("yamllint", ["--strict"], ["*.yml", "*.yaml"]),
        })
        {
            var files = await TrackedAsync(patterns);

            if (!Executables.Have(linter))
            {
                Console.WriteLine($"{linter} is not installed: {files.Length} files are not checked.");
            }
            else if (files.Length > 0)
            {
                await RunAsync(linter, [.. options, .. files], workingDirectory: Paths.Root);
            }
        }
    }

    private static async Task<string[]> TrackedAsync(string[] patterns)
    {
        var (files, _) = await ReadAsync(
            "git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", .. patterns], workingDirectory: Paths.Root);

        return files.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Clean()
    {
        // The engine may be running, and the build program is.
        foreach (var directory in Children(Paths.Artifacts, except: ["engine", "bin", "obj"])
            .Concat(Children(Path.Combine(Paths.Artifacts, "bin"), except: ["Build"]))
            .Concat(Children(Path.Combine(Paths.Artifacts, "obj"), except: ["Build"])))
        {
            Directory.Delete(directory, recursive: true);
        }

        Console.WriteLine("Kept: artifacts/engine (see engine-stop) and the build program.");
    }

    private static IEnumerable<string> Children(string directory, string[] except) => Directory.Exists(directory)
        ? Directory.GetDirectories(directory).Where(child => !except.Contains(Path.GetFileName(child)))
        : [];
}

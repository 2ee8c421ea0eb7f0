using Harness.Build.Engines;
using static Bullseye.Targets;
using static SimpleExec.Command;

namespace Harness.Build.Targets;

/// <summary>Style: of C#, of scripts, of YAML, of workflows.</summary>
internal static class LintTargets
{
    private static readonly (string Program, string Package)[] Linters =
    [
        ("npm", "npm"),
        ("shellcheck", "shellcheck"),
        ("yamllint", "yamllint"),
    ];

    public static void Add()
    {
        Target("lint-code", "Check the C# style", dependsOn: ["restore"], () =>
            RunAsync("dotnet", ["format", Paths.Solution, "--no-restore", "--verify-no-changes"]));

        Target("linters", "Install the linters that are missing (root on Debian or Ubuntu)", () =>
            DebianPackages.CanInstall ? DebianPackages.InstallMissingAsync(Linters, []) : Task.CompletedTask);

        Target("lint-scripts", "Check shell scripts and YAML", dependsOn: ["linters"], async () =>
        {
            await LintAsync("shellcheck", ["*.sh", ".ci/run"], files => RunAsync("shellcheck", files, workingDirectory: Paths.Root));
            await LintAsync("yamllint", ["*.yml", "*.yaml"], files => RunAsync("yamllint", ["--strict", .. files], workingDirectory: Paths.Root));
        });

        Target("lint-workflows", "Check action.yml and the workflows", dependsOn: ["linters"], () =>
            LintAsync("npm", ["action.yml", ".github/workflows/*.yml"], LintWorkflowsAsync));

        Target("lint", "Check the style of everything", dependsOn: ["lint-code", "lint-scripts", "lint-workflows"]);
    }

    // What is not there is said, not failed: every linter runs on the server.
    private static async Task LintAsync(string program, string[] patterns, Func<string[], Task> lint)
    {
        var files = await TrackedAsync(patterns);

        if (!Executables.Have(program))
        {
            Console.WriteLine($"{program} is not installed: {files.Length} files are not checked.");
        }
        else if (files.Length > 0)
        {
            await lint(files);
        }
    }

    private static async Task LintWorkflowsAsync(string[] files)
    {
        // In a copy, so that nothing is installed among the sources.
        var folder = Directory.CreateDirectory(Path.Combine(Paths.Artifacts, "lint")).FullName;

        foreach (var source in Directory.GetFiles(Path.Combine(Paths.Root, "eng", "lint")))
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        }

        await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], workingDirectory: folder);
        await RunAsync("node", [Path.Combine(folder, "workflows.mjs"), .. files], workingDirectory: Paths.Root);
    }

    private static async Task<string[]> TrackedAsync(string[] patterns)
    {
        var (files, _) = await ReadAsync(
            "git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", .. patterns], workingDirectory: Paths.Root);

        return files.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

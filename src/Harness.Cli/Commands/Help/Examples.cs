namespace Harness.Cli.Commands.Help;

/// <summary>What each verb's help shows to begin with; tests parse every line.</summary>
internal static class Examples
{
    /// <summary>Command lines and what they are for, by verb; the command itself is the empty one.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<(string Line, string What)>> All { get; } =
        new Dictionary<string, IReadOnlyList<(string Line, string What)>>(StringComparer.Ordinal)
        {
            ["harness"] =
            [
                ("harness init", "write a first suite"),
                ("harness doctor", "see whether it can run here"),
                ("harness run", "run it twice and compare"),
            ],
            ["init"] =
            [
                ("harness init", "from requirements.txt or pyproject.toml here"),
                ("harness init services/api --name api", "from those of another folder"),
            ],
            ["run"] =
            [
                ("harness run", "every smoke.yml below here"),
                ("harness run services/api/smoke.yml --filter imports", "one suite, and of its tests those named so"),
                ("harness run 'services/**/smoke.yml' --jobs 2 --output out", "several suites, two containers at once"),
                ("harness run --baseline last-green", "and say what changed since"),
                ("harness run --json", "events for programs"),
            ],
            ["lint"] = [("harness lint", "every smoke.yml below here"), ("harness lint smoke.yml --allow-unpinned", "one, whose image needs no digest")],
            ["doctor"] =
            [
                ("harness doctor", "engine, machine, and every suite below here"),
                ("harness doctor smoke.yml --engine podman", "one suite on another engine"),
                ("harness doctor --inject memory-limit", "see a fault named rightly on this machine"),
            ],
            ["explain"] =
            [
                ("harness explain HARN4001", "what a code stands for"),
                ("harness explain memory-limit", "the same by its name"),
                ("harness explain", "all codes and names"),
                ("harness explain artifacts/smoke", "why these suites ended as they did"),
            ],
            ["compare"] =
            [
                ("harness compare last-green artifacts/smoke", "today against the last green run"),
                ("harness compare a/result.json b/result.json --ignore image --json", "two records, for programs"),
            ],
            ["pin"] = [("harness pin", "what the last green run resolved"), ("harness pin smoke.yml --hashes", "one suite, with hashes too")],
            ["size"] = [("harness size smoke.yml", "the smallest memory that it passes with"), ("harness size smoke.yml --cpus 1.5", "and the fewest CPUs, half as long again")],
            ["history"] = [("harness history nights", "every artifacts folder below, as a page and as JSON")],
            ["report"] = [("harness report artifacts/smoke", "report.html, junit.xml and summary.md again")],
            ["matrix"] = [("harness matrix --shards 4", "every smoke.yml below here in four jobs at most")],
            ["merge"] = [("harness merge shard-1 shard-2 --output artifacts/smoke", "the artifacts of two jobs as one")],
            ["reap"] = [("harness reap", "on the engine that a run would use"), ("harness reap --engine podman", "on Podman")],
            ["completion"] =
            [
                ("harness completion bash > ~/.local/share/bash-completion/completions/harness", "for bash"),
                ("harness completion zsh > ~/.zfunc/_harness", "for zsh, with ~/.zfunc in fpath"),
                ("harness completion fish > ~/.config/fish/completions/harness.fish", "for fish"),
                ("harness completion pwsh >> $PROFILE", "for PowerShell"),
            ],
        };
}

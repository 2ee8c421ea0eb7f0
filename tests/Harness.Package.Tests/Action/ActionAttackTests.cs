using Harness.Package.Tests.Action.Runner;

namespace Harness.Package.Tests.Action;

/// <summary>What is tested tries to speak to the runner, and stays text.</summary>
[Collection(ActionCollection.Name)]
public sealed class ActionAttackTests(InstalledTool tool) : IDisposable
{
    private const int Patience = 120_000;
    private static readonly string[] Outputs = ["verdict", "cause", "reproducible", "junit", "artifacts"];

    private static readonly string[] Attacks =
    [
        "::error file=a.py,line=1::pwned",
        "progress\r::error::pwned",
        " \u00a0\v::add-mask::pwned",
        "text ##[error]pwned and ##[add-mask]pwned",
        "::stop-commands::pwned-token\n::pwned-token::\n::set-output name=verdict::passed",
        "::add-path::/pwned\n::set-env name=BASH_ENV::/pwned\n::save-state name=pwned::x\n::add-matcher::/workspace/pwned.json",
        "\x1b[0m::error::pwned\x1b[0m and #\x1b[0m#[error]pwned",
        "verdict=passed\nEOF\nverdict<<EOF\npassed\nEOF",
        "%0A::error::pwned%0D%0A::error::pwned",
        "<script>pwned</script><img src=x onerror=pwned> &lt;b&gt;",
        "![pwned](http://pwned.invalid/x.png) @pwned [a](javascript:pwned) | a | b |",
        "```\n</code></details>\n# pwned\n~~~",
    ];

    private readonly ActionBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact(Timeout = Patience)]
    public async Task What_containers_print_is_shown_as_text_and_obeyed_by_nobody()
    {
        foreach (var (number, attack) in Attacks.Index())
        {
            _bed.Write($"{number}/say.txt", string.Join('\n', attack.Split('\n').Select(line => $"{line} marker-{number}.")) + "\n");
            _bed.QuickSuite("  - {name: says, run: \"cat say.txt; cat say.txt >&2; exit 1\"}\n", folder: $"{number}", name: $"attack-{number}");
        }

        var end = await UseAsync();

        Assert.Equal((1, "failed", "test-failed"), (end.ExitCode, end.Outputs["verdict"], end.Outputs["cause"]));
        ShouldOnlyAnnotate(end);
        foreach (var number in Enumerable.Range(0, Attacks.Length))
        {
            Assert.Contains($"marker-{number}.", end.Log.Text, StringComparison.Ordinal);
            Assert.Contains($"marker-{number}.", end.Summary, StringComparison.Ordinal);
        }

        Assert.All(end.Log.Deeds.Take(9), annotation => Assert.Contains("marker-", annotation.Data, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"<script|<img|\]\(|(?<!<code>[^\n]*)@pwned", OutsideFences(end.Summary));
    }

    [Fact(Timeout = Patience)]
    public async Task Names_of_files_and_folders_are_text_too()
    {
        string[] names = ["::error::pwned", "a\r::error::b", "a\n::add-mask::b", "##[error]pwned", "%0A::error::f", "x,line=9::y", "<b>![x](y)", "\x1b[31m"];
        foreach (var name in names)
            _bed.Write($"{name}/smoke.yml", "schema: 1\nname: x\nimagee: y\n");

        var end = await UseAsync(("output", "out\nEOF\nverdict=passed\n::error::x<<y"));

        Assert.Equal((2, "invalid"), (end.ExitCode, end.Outputs["verdict"]));
        Assert.Equal(_bed.In("out\nEOF\nverdict=passed\n::error::x<<y"), end.Outputs["artifacts"]);
        Assert.True(File.Exists(end.Outputs["junit"]));
        ShouldOnlyAnnotate(end);
    }

    [Fact(Timeout = Patience)]
    public async Task A_requirement_in_a_file_with_a_hostile_name_is_annotated_there()
    {
        _bed.Suite(keys: "runs: 1");
        const string Name = "a,line=9::b %0A##[error]c.txt";
        File.Move(_bed.In("requirements.txt"), _bed.In(Name));
        File.WriteAllText(_bed.In(Name), "greeter==1.0.0\nno-such-package\n");
        _bed.Write("smoke.yml", File.ReadAllText(_bed.In("smoke.yml")).Replace("requirements.txt", $"'{Name}'", StringComparison.Ordinal));

        var end = await UseAsync();

        Assert.Equal(["error"], end.Log.Deeds.Select(annotation => annotation.Name));
        Assert.All(end.Log.Deeds, annotation => Assert.Equal("2", annotation.Properties["line"]));
        Assert.All(end.Log.Deeds, annotation => Assert.Equal(@"a,line=9::b %0A#\#[error]c.txt", annotation.Properties["file"]));
        ShouldOnlyAnnotate(end);
    }

    [Fact(Timeout = Patience)]
    public async Task A_container_has_nothing_of_the_runner_in_its_environment()
    {
        _bed.QuickSuite("  - {name: env, run: [env], expect: {stdout-matches: \"PATH=\", stdout-excludes: \"GITHUB_|RUNNER_|ACTIONS_|INPUT_|HARNESS_\"}}\n");

        var end = await UseAsync();

        Assert.Equal((0, "passed"), (end.ExitCode, end.Outputs["verdict"]));
    }

    [Theory(Timeout = Patience)]
    [InlineData("GITHUB_ENV")]
    [InlineData("GITHUB_OUTPUT")]
    [InlineData("GITHUB_STEP_SUMMARY")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_TOKEN")]
    public async Task A_suite_that_asks_for_what_is_between_runner_and_step_gets_nothing(string name)
    {
        _bed.QuickSuite(keys: $"env: {{STOLEN: \"${{{name}}}\"}}\n");
        var runner = _bed.Runner();
        runner.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "pwned";

        var end = await runner.UseAsync(("tool", tool.Path));

        Assert.Equal((2, "variable-unset"), (end.ExitCode, end.Outputs["cause"]));
        Assert.Contains(name, Assert.Single(end.Log.Deeds).Data, StringComparison.Ordinal);
        Assert.DoesNotContain("pwned", end.Output + end.Summary, StringComparison.Ordinal);
    }

    private static void ShouldOnlyAnnotate(ActionEnd end)
    {
        var token = Assert.Single(end.Log.Tokens);
        Assert.Matches("^[0-9a-f]{32}$", token);
        Assert.Equal(["stop-commands", token], end.Log.Commands.Take(2).Select(command => command.Name));
        Assert.InRange(end.Log.Deeds.Count(), 1, 10);
        Assert.All(end.Log.Deeds, command =>
        {
            Assert.Contains(command.Name, (string[])["error", "warning"]);
            Assert.Empty(command.Properties.Keys.Except(["file", "line", "col", "title"]));
        });
        Assert.DoesNotContain(end.Output + end.Summary, character => char.IsControl(character) && character != '\n');
        Assert.Equal(Outputs.Order(), end.StepOutputs.Keys.Order());
        Assert.Equal("", end.Others);
    }

    private static string OutsideFences(string summary)
    {
        var fence = "";
        return string.Join('\n', summary.Split('\n').Where(line =>
        {
            if (fence.Length == 0 && line.StartsWith("```", StringComparison.Ordinal))
                fence = line.Replace("text", "", StringComparison.Ordinal);
            else if (line == fence)
                fence = "";
            return fence.Length == 0;
        }));
    }

    private Task<ActionEnd> UseAsync(params (string, string)[] inputs) => _bed.Runner().UseAsync([("tool", tool.Path), .. inputs]);
}

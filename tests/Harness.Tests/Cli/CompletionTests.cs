using System.Text;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>The scripts for shells; those of shells that are here are run by them.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("ru", "run")]
    [InlineData("re", "report reap")]
    [InlineData("run --memory", "--memory-budget")]
    [InlineData("run --engine podman", "podman podman-cli")]
    [InlineData("run --output s", "services smoke.yml")]
    [InlineData("run smo", "smoke.yml")]
    [InlineData("run --runs 1", "")]
    [InlineData("completion ", "bash fish pwsh zsh")]
    [InlineData("explain memory-l", "memory-limit memory-low")]
    [InlineData("doctor --inject outp", "output-flood")]
    [InlineData("lint --runs", "")]
    public async Task Bash_completes_what_is_typed(string typed, string expected)
    {
        folder.Write("smoke.yml", "");
        folder.Write("services/x", "");
        await WriteScriptAsync("bash");

        var offered = await RunAsync("bash", "--norc", "-c",
            $"source ./harness.bash; COMP_WORDS=(harness {typed.TrimEnd()}{(typed.EndsWith(' ') ? " ''" : "")}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _harness; printf '%s\\n' \"${{COMPREPLY[@]}}\"");

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), offered.Split('\n', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("").Order(StringComparer.Ordinal));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("zsh", "--memory-budget[")]
    [InlineData("fish", " -l memory-budget -x ")]
    [InlineData("pwsh", "'run --engine' = @('auto', 'docker', 'docker-cli', 'podman', 'podman-cli')")]
    public async Task Other_shells_get_every_verb_and_option(string shell, string sample)
    {
        var script = await WriteScriptAsync(shell);

        Assert.Contains(sample, script);
        Assert.All(HelpTests.Verbs, verb => Assert.Contains((string)verb.Data, script));
        Assert.DoesNotContain('\r', script);
    }

    private async Task<string> WriteScriptAsync(string shell)
    {
        var (code, script, error) = await HarnessProcess.RunAsync(folder.Path, "completion", shell);
        Assert.Equal((0, ""), (code, error));
        folder.Write($"harness.{shell}", script);
        return script;
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        await (CliWrap.Cli.Wrap(program).WithArguments(arguments).WithWorkingDirectory(folder.Path) | (output, error))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", error.ToString());
        return output.ToString();
    }
}

using System.Text.RegularExpressions;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>Every <c>harness</c> line in the blocks of the documentation, run in order on the engine, each page in a folder of its own.</summary>
[Collection("engine")]
public sealed partial class DocumentedCommandsTests
{
    private const int Patience = 300_000;

    public static TheoryData<string> Pages => [.. Documents().Where(page => Commands(page).Any()).Select(page => Path.GetRelativePath(RepositoryRoot.Path, page))];

    [Fact]
    public void There_are_pages_with_commands() => Assert.Superset(
        new HashSet<string> { "README.md", "docs/doctor.md", "docs/events.md", "docs/reproducibility.md" }, Pages.Select(page => page.Data).ToHashSet());

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Pages))]
    public async Task The_commands_of_a_page_do_what_it_says(string page)
    {
        using var bed = new SuiteBed();
        bed.Write();
        if (Commands(Path.Combine(RepositoryRoot.Path, page)).Any(words => words is ["init", ..]))
            File.Delete(Path.Combine(bed.Path, "smoke.yml"));
        else
            await PrepareAsync(bed);

        foreach (var words in Commands(Path.Combine(RepositoryRoot.Path, page)))
        {
            var (code, output, error) = await RunAsync(bed, words);
            Assert.True(code == 0, $"harness {string.Join(' ', words)} ended with {code}: {error}{output}");
            if (words is ["init", ..])
                UseFixtureImage(Path.Combine(bed.Path, "smoke.yml"));
        }
    }

    [Fact(Timeout = Patience)]
    public async Task The_red_run_of_the_readme_is_red()
    {
        using var folder = new ScratchFolder();
        var suite = MemorySuite().Match(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "README.md"), TestContext.Current.CancellationToken)).Groups["suite"].Value;
        var variables = new Dictionary<string, string?> { ["HARNESS_FIXTURE_IMAGE"] = RealEngine.Image };

        var (code, output, _) = await HarnessProcess.RunAsync(RepositoryRoot.Path, variables, "run", suite, "--output", folder.In("out"));

        Assert.Equal(1, code);
        Assert.Contains("error HARN4001: test:greedy reached the container's memory limit of 96 MiB", output, StringComparison.Ordinal);
    }

    // What the pages take for granted: a suite elsewhere, an earlier green run, and nights.
    private static async Task PrepareAsync(SuiteBed bed)
    {
        bed.WriteRaw("services/api/smoke.yml", $"schema: 1\nname: api\nimage: {RealEngine.Image}\nruns: 1\ntests:\n{SuiteBed.Passing.Replace("import greeter", "pass", StringComparison.Ordinal)}");
        foreach (var words in new string[][] { ["run", "--output", "artifacts/green"], ["run"], ["run", "--output", "nights/1"] })
        {
            var (code, output, error) = await RunAsync(bed, words);
            Assert.True(code == 0, error + output);
        }
    }

    // The published image, where none is named, needs a registry outside.
    private static Task<(int Code, string Output, string Error)> RunAsync(SuiteBed bed, string[] words) => HarnessProcess.RunAsync(
        bed.Path,
        new Dictionary<string, string?> { ["CONTAINER_HOST"] = RealEngine.Podman },
        words.Contains("--inject") ? [.. words, "--image", RealEngine.Image] : words);

    private static void UseFixtureImage(string suite) => File.WriteAllLines(
        suite, File.ReadAllLines(suite).Select(line => line.StartsWith("image:", StringComparison.Ordinal) ? $"image: {RealEngine.Image}" : line));

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Append(Path.Combine(RepositoryRoot.Path, "README.md")).Order(StringComparer.Ordinal);

    private static IEnumerable<string[]> Commands(string page)
    {
        var (inBlock, plain) = (false, false);
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                (inBlock, plain) = (!inBlock, !inBlock && line == "```");
            else if (inBlock && plain)
            {
                foreach (var command in line.Split('#')[0].Split("&&", StringSplitOptions.TrimEntries).Where(text => text.StartsWith("harness ", StringComparison.Ordinal)))
                    yield return command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            }
        }
    }

    [GeneratedRegex(@"Harness\.Cli\.dll run (?<suite>\S+)")]
    private static partial Regex MemorySuite();
}

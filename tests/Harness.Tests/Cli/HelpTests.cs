using System.CommandLine;
using Harness.Cli.Commands;
using Harness.Cli.Commands.Help;
using Harness.Cli.Terminal;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public static TheoryData<string> Verbs => [.. Root().Subcommands.Select(verb => verb.Name)];

    public static TheoryData<string> Lines => [.. Examples.All.SelectMany(verb => verb.Value).Select(example => example.Line).Distinct()];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_examples(string verb) => Assert.NotEmpty(Examples.All[verb]);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_example_can_be_typed(string line)
    {
        var words = line.Split('>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(word => word.Trim('\'')).ToArray();

        var parsed = Root().Parse(words);

        Assert.Empty(parsed.Errors);
        Assert.Empty(UsageErrors.Of(parsed, words));
        Assert.Contains(parsed.CommandResult.Command.Name, line);
    }

    [Fact]
    public void The_readme_has_a_line_for_every_verb()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

        Assert.All(Root().Subcommands, verb => Assert.Contains($"| `harness {verb.Name}", readme));
    }

    [Fact(Timeout = 60_000)]
    public async Task Help_ends_with_examples()
    {
        var (code, output, error) = await HarnessProcess.RunAsync(folder.Path, "run", "--help");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("harness run [<SUITE>...] [options]", output);
        Assert.Contains("  harness run --json                                         events for programs\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  3         everything passed, but not the same way twice\n", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_command_alone_shows_where_to_begin()
    {
        var (code, output, _) = await HarnessProcess.RunAsync(folder.Path);

        Assert.Equal(2, code);
        Assert.Contains("Examples:\n  harness init  ", output);
    }

    [Theory]
    [InlineData("rnu", "harness: error: There is no command 'rnu'. Did you mean 'run'?", "See: harness --help")]
    [InlineData("completions bash", "harness: error: There is no command 'completions'. Did you mean 'completion'?", "harness: error: There is no command 'bash'.", "See: harness --help")]
    [InlineData("run --josn", "harness: error: There is no option '--josn'. Did you mean '--json'?", "See: harness run --help")]
    [InlineData("run smoke.yml --ofline=true", "harness: error: There is no option '--ofline'. Did you mean '--offline'?", "See: harness run --help")]
    [InlineData("reap --whatever", "harness: error: There is no option '--whatever'.", "See: harness reap --help")]
    [InlineData("run --runs many", "harness: error: --runs: 'many' is not a whole number from 1 to 100.", "See: harness run --help")]
    [InlineData("compare today", "harness: error: B is missing.", "See: harness compare --help")]
    [InlineData("size", "harness: error: SUITE is missing.", "See: harness size --help")]
    [InlineData("matrix", "harness: error: --shards is missing.", "See: harness matrix --help")]
    [InlineData("matrix --shards x", "harness: error: --shards: 'x' is not a whole number from 1 to 256.", "See: harness matrix --help")]
    [InlineData("completion tcsh", "harness: error: Argument 'tcsh' not recognized. Must be one of: 'bash' 'zsh' 'fish' 'pwsh'.", "See: harness completion --help")]
    public void A_mistake_is_named_with_what_was_probably_meant(string line, params string[] expected)
    {
        var words = line.Split(' ');

        Assert.Equal(expected, UsageErrors.Of(Root().Parse(words), words));
    }

    [Fact]
    public void A_file_whose_name_begins_with_a_hyphen_can_be_named()
    {
        string[] words = ["run", "--", "-odd.yml"];

        Assert.Empty(UsageErrors.Of(Root().Parse(words), words));
    }

    [Fact]
    public void A_verb_that_is_named_is_put_together_alone() =>
        Assert.All(Root().Subcommands, verb => Assert.Equal(verb.Name, Assert.Single(HarnessCommand.Create(new Nowhere(), [verb.Name, "--help"]).Subcommands).Name));

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("unknown")]
    [InlineData("[suggest:3]", "ru")]
    public void Without_a_name_all_are_there(params string[] arguments) =>
        Assert.Equal(Root().Subcommands.Count, HarnessCommand.Create(new Nowhere(), arguments).Subcommands.Count);

    private static Command Root() => HarnessCommand.Create(new Nowhere());

    private sealed class Nowhere : ITerminal
    {
        public TextWriter Result => TextWriter.Null;

        public TextWriter Progress => TextWriter.Null;

        public bool IsWatched => false;
    }
}

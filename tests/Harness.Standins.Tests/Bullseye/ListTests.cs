using Harness.Standins.Tests.Programs;

namespace Harness.Standins.Tests.Bullseye;

public sealed class ListTests
{
    private const int Timeout = 60_000;

    [Theory(Timeout = Timeout)]
    [InlineData("-l")]
    [InlineData("--list-targets")]
    public async Task Targets_are_listed_by_name_with_their_descriptions(string option)
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", option);

        Assert.Equal(["build        Compiles everything", "default", "pack", "test", "test-slow"], result.Lines);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact(Timeout = Timeout)]
    public async Task Dependencies_are_listed_one_level_deep()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "-d", "default");

        Assert.Equal(["default", "├─test", "└─pack"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_tree_is_listed_to_its_leaves()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "-t", "default");

        Assert.Equal(
            ["default", "├─test", "│ └─build    Compiles everything", "└─pack", "  └─build    Compiles everything"],
            result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_tree_can_do_without_box_drawing()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "usual", "-N", "-E", "-t", "pack");

        Assert.Equal(["pack", "  build    Compiles everything"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task Inputs_are_listed_below_their_target()
    {
        var result = await BuiltProgram.BuildDummyAsync("build", "inputs", "-N", "-i", "each", "none");

        Assert.Equal(["each", "  one", "  two", "none"], result.Lines);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_graph_that_cannot_be_run_can_still_be_listed()
    {
        var missing = await BuiltProgram.BuildDummyAsync("build", "missing", "-N", "-d", "b");
        var circular = await BuiltProgram.BuildDummyAsync("build", "circular", "-N", "-t", "d");

        Assert.Equal(["b", "└─zzz (missing)"], missing.Lines);
        Assert.Equal(["d", "└─e", "  └─d (circular dependency)"], circular.Lines);
        Assert.Equal((0, 0), (missing.ExitCode, circular.ExitCode));
    }
}

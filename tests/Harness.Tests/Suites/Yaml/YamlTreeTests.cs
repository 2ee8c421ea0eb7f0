using Harness.Suites.Yaml;

namespace Harness.Tests.Suites.Yaml;

public sealed class YamlTreeTests
{
    [Fact]
    public void Every_node_knows_its_place()
    {
        var tree = YamlTreeBuilder.Build("# comment\na: 1\nb:\n  - x\n  - {c: 'd'}\n");

        Assert.Empty(tree.Faults);
        var root = Assert.IsType<YamlMapping>(tree.Root);
        Assert.Equal(new YamlScalar("a", ScalarKind.Text, 2, 1), root.Entries[0].Key);
        Assert.Equal(new YamlScalar("1", ScalarKind.Integer, 2, 4), root.Entries[0].Value);
        var list = Assert.IsType<YamlSequence>(root.Entries[1].Value);
        Assert.Equal((4, 3), (list.Line, list.Column));
        Assert.Equal(new YamlScalar("x", ScalarKind.Text, 4, 5), list.Items[0]);
        var flow = Assert.IsType<YamlMapping>(list.Items[1]);
        Assert.Equal(new YamlScalar("d", ScalarKind.Text, 5, 9), flow.Entries[0].Value);
    }

    [Fact]
    public void Json_is_yaml()
    {
        var tree = YamlTreeBuilder.Build("{\n\t\"a\": [1, true, null, \"x\"]\n}\n");

        Assert.Empty(tree.Faults);
        var list = Assert.IsType<YamlSequence>(Assert.IsType<YamlMapping>(tree.Root).Entries[0].Value);
        Assert.Equal(
            [ScalarKind.Integer, ScalarKind.Boolean, ScalarKind.Null, ScalarKind.Text],
            list.Items.Cast<YamlScalar>().Select(item => item.Kind));
    }

    [Fact]
    public void An_alias_stands_for_the_value_it_names()
    {
        var tree = YamlTreeBuilder.Build("a: &x [1, 2]\nb: *x\n");

        var root = Assert.IsType<YamlMapping>(tree.Root);
        Assert.Same(root.Entries[0].Value, root.Entries[1].Value);
        Assert.Equal(7, root.Weight);
    }

    [Theory]
    [InlineData("a: !!str 5", nameof(ScalarKind.Text))]
    [InlineData("a: ! 5", nameof(ScalarKind.Text))]
    [InlineData("a: |\n  5", nameof(ScalarKind.Text))]
    [InlineData("a: 5", nameof(ScalarKind.Integer))]
    public void Quotes_blocks_and_the_tag_for_text_make_text(string yaml, string kind)
    {
        var tree = YamlTreeBuilder.Build(yaml);

        Assert.Empty(tree.Faults);
        var value = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(tree.Root).Entries[0].Value);
        Assert.Equal(kind, value.Kind.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void A_file_of_nothing_has_no_root_and_no_faults(string yaml)
    {
        var tree = YamlTreeBuilder.Build(yaml);

        Assert.Null(tree.Root);
        Assert.Empty(tree.Faults);
    }

    [Fact]
    public void Aliases_of_aliases_do_not_blow_up()
    {
        var lines = Enumerable.Range(1, 30).Select(i => $"l{i}: &l{i} [*l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}, *l{i - 1}]");
        var tree = YamlTreeBuilder.Build("l0: &l0 [lol]\n" + string.Join('\n', lines));

        Assert.Null(tree.Root);
        var fault = Assert.Single(tree.Faults);
        Assert.Equal("Its aliases blow the file up to more than 20000 values.", fault.Message);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var tree = YamlTreeBuilder.Build(new string('[', 100_000));

        Assert.Null(tree.Root);
        Assert.Equal("Values are nested more than 50 deep.", Assert.Single(tree.Faults).Message);
    }

    [Fact]
    public void Endless_lists_are_refused()
    {
        var tree = YamlTreeBuilder.Build("[" + string.Join(',', Enumerable.Repeat("a", 30_000)) + "]");

        Assert.Null(tree.Root);
        Assert.Equal("The file contains more than 20000 values.", Assert.Single(tree.Faults).Message);
    }

    [Fact]
    public void Every_fault_that_the_parser_survives_is_named_at_once()
    {
        var tree = YamlTreeBuilder.Build("a: 1\na: 2\n<<: {b: 1}\nc: !x y\nd: *nope\n? [e]\n: f\n");

        Assert.Equal([2, 3, 4, 5, 6], tree.Faults.Select(fault => fault.Line));
        Assert.Equal(["a", "c"], Assert.IsType<YamlMapping>(tree.Root).Entries.Select(entry => entry.Key.Value));
    }
}

using Harness.Suites.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Tests.Suites.Yaml;

public sealed class YamlSyntaxTests
{
    private const string SecondColon = "A second ': ' stands where one value is expected: the value needs quotes, or the line is indented wrongly.";
    private const string Stray = " is neither the next key or item nor part of the value before it.";

    [Theory]
    [InlineData("a: 1\n\tb: 2\n", 2, 1, "The line is indented with a tab; YAML indents with spaces.")]
    [InlineData("a:\n  b: 1\n  \tc: 2\n", 3, 3, "The line is indented with a tab; YAML indents with spaces.")]
    [InlineData("a: 1\nb:\n\tc: 2\n", 3, 1, "The line is indented with a tab; YAML indents with spaces.")]
    [InlineData("a: 1\nb:\n\n\t- c\n", 4, 1, "The line is indented with a tab; YAML indents with spaces.")]
    [InlineData("a: b: c\n", 1, 5, SecondColon)]
    [InlineData("a: 1\n  b: 2\n", 2, 4, SecondColon)]
    [InlineData("a\nb: 2\n", 2, 2, "The line above is no KEY: VALUE, so that this key seems to be a part of its text.")]
    [InlineData("a: 1\n- b\n", 2, 1, "'- b'" + Stray)]
    [InlineData("- a\nb: 1\n", 2, 1, "'b: 1'" + Stray)]
    [InlineData("  a: 1\nb: 2\n", 2, 1, "'b: 2'" + Stray)]
    [InlineData("a: 'x' y\n", 1, 8, "'y'" + Stray)]
    [InlineData("a: [b]]\n", 1, 7, "']'" + Stray)]
    [InlineData("a: - b\n", 1, 4, "A list of '- ' items cannot begin on the line of its key.")]
    [InlineData("a: [1, 2\nb: 3\n", 1, 4, "The list that begins here with '[' is not closed, or lacks a comma between items.")]
    [InlineData("a: [\n", 1, 4, "The list that begins here with '[' is not closed, or lacks a comma between items.")]
    [InlineData("a: {x: 1\n", 1, 4, "The mapping that begins here with '{' is not closed, or lacks a comma between entries.")]
    [InlineData("a: \"x\n", 1, 4, "The quoted text that begins here is never closed.")]
    [InlineData("a: 'x\n", 1, 4, "The quoted text that begins here is never closed.")]
    [InlineData("a: \"C:\\q\"\n", 1, 4, "The double-quoted text has an escape that YAML does not know.")]
    [InlineData("a: \"\\xZZ\"\n", 1, 4, "The double-quoted text has an escape with digits missing.")]
    [InlineData("a: \"\\uD800\"\n", 1, 4, "The double-quoted text has an escape that is no character.")]
    [InlineData("a: @x\n", 1, 4, "A value cannot begin with '@' unless it is quoted.")]
    [InlineData("a: `x`\n", 1, 4, "A value cannot begin with '`' unless it is quoted.")]
    [InlineData("a: }\n", 1, 4, "A value is expected here.")]
    [InlineData("a: !x!y z\n", 1, 4, "The value has a tag; suites know no tags.")]
    [InlineData("a: !foo z\n", 1, 4, "The value has a tag, '!foo'; suites know no tags.")]
    [InlineData("a: &b &c x\n", 1, 7, "The anchor or alias is not well formed.")]
    [InlineData("a: |x\n  y\n", 1, 4, "The text block's first line ('|' or '>') is not well formed.")]
    [InlineData("%YAML x\n---\na: 1\n", 1, 1, "A line that begins with '%' is a YAML directive; suites need none.")]
    [InlineData("a: *b\n", 1, 4, "The alias *b stands for nothing: no &b comes before it.")]
    [InlineData("a: &b [*b]\n", 1, 8, "The alias *b stands inside the value that it stands for.")]
    [InlineData("a: 1\nb: 2\na: 3\n", 3, 1, "The key 'a' is there twice; the first is in line 1.")]
    [InlineData("<<: {a: 1}\n", 1, 1, "Merge keys ('<<') are not supported; YAML 1.2 has none.")]
    [InlineData("a: {{ b }}\n", 1, 5, "A list or mapping stands where a key is expected.")]
    [InlineData(": a\n", 1, 1, "A key is missing before the ':'.")]
    [InlineData("a: 1\n---\nb: 2\n", 2, 1, "The file contains more than one YAML document; a suite is one.")]
    [InlineData("a: 1\n...\nb: 2\n", 3, 1, "The file contains more than one YAML document; a suite is one.")]
    public void What_is_wrong_with_the_yaml_is_said_in_plain_words(string yaml, int line, int column, string message)
    {
        var fault = Assert.Single(YamlTreeBuilder.Build(yaml).Faults);

        Assert.Equal((line, column, message), (fault.Line, fault.Column, fault.Message));
        Assert.NotEmpty(fault.Remedy);
    }

    [Theory]
    [InlineData("a: \"x\nb: y\"\n", 1, 4, "The quoted text that begins here goes on in a line that is not indented.")]
    [InlineData("a: 'x\n---\nb: y'\n", 1, 4, "The quoted text that begins here is never closed.")]
    [InlineData("a: [b]# c\n", 1, 6, "A '#' stands right behind a value.")]
    [InlineData("a: ? b\n", 1, 4, "A value cannot begin with '? ' unless it is quoted.")]
    [InlineData("&x - a\n", 1, 1, "The anchor or alias is not well formed.")]
    public void What_few_people_ever_write_is_said_in_plain_words_too(string yaml, int line, int column, string message)
    {
        var fault = Assert.Single(YamlTreeBuilder.Build(yaml).Faults);

        Assert.Equal((line, column, message), (fault.Line, fault.Column, fault.Message));
    }

    [Fact]
    public void What_nobody_thought_of_is_still_one_line_with_a_remedy()
    {
        var odd = new YamlException(new Mark(5, 2, 3), new Mark(6, 2, 4), "odd\nthing");

        Assert.Equal(
            new YamlFault(2, 3, "This is not valid YAML: odd\\nthing", "Correct the line, or the one before it."),
            YamlSyntax.Explain(odd, "a: 1\nb: 2", last: null, bracket: null));
    }

    [Fact]
    public void What_the_parser_itself_did_not_think_of_has_a_place()
    {
        var last = new StreamStart(new Mark(5, 2, 3), new Mark(5, 2, 3));

        Assert.Equal(
            new YamlFault(2, 3, "The file is not valid YAML from here on.", "Correct the line, or the one after it."),
            YamlSyntax.Explain(new InvalidOperationException("odd"), "a: 1\nb: 2", last, bracket: null));
    }
}

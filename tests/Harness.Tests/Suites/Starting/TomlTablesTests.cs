using Harness.Suites.Starting;

namespace Harness.Tests.Suites.Starting;

public sealed class TomlTablesTests
{
    [Fact]
    public void Lists_of_texts_are_read_over_lines_and_comments()
    {
        var toml = TomlTables.Parse("pyproject.toml", """
            title = "x" # a comment = [
            [project]
            version = 1.2
            authors = [{name = "A, B", email = 'a@b'}, {name = "C"}]
            dependencies = [
              "flask[async] >= 3", # the web
              'idna; python_version < "3.12"',
            ]
            "dotted" . key = {inner = {deep = [1, 2]}}
            [project.optional-dependencies]
            dependencies = ["other"]
            """);

        Assert.Equal(["flask[async] >= 3", "idna; python_version < \"3.12\""], toml.Strings("project", "dependencies"));
        Assert.Equal(["other"], toml.Strings("project.optional-dependencies", "dependencies"));
        Assert.Empty(toml.Strings("project", "absent"));
    }

    [Fact]
    public void Arrays_of_tables_keep_what_each_item_holds()
    {
        var toml = TomlTables.Parse("uv.lock", """
            version = 1
            [[package]]
            name = "idna"
            version = "3.7"
            source = { registry = "https://example.org/simple" }
            [[package]]
            name = "mine"
            version = '''0.1'''
            source = { editable = "." }
            [package.metadata]
            name = "not an item"
            """);

        Assert.Equal(["idna 3.7", "mine 0.1"], toml.Items("package").Select(item => $"{item["name"]} {item["version"]}"));
        Assert.Equal("{ editable = \".\" }", toml.Items("package").Last()["source"]);
    }

    [Fact]
    public void Escapes_and_long_texts_are_undone()
    {
        var toml = TomlTables.Parse("x.toml", "[t]\na = [\"tab\\tand \\u00e9 \\\\ \\\"q\\\"\", \"\"\"\nlong \\\n   text\"\"\", 'raw\\n']\n");

        Assert.Equal(["tab\tand é \\ \"q\"", "long text", "raw\\n"], toml.Strings("t", "a"));
    }

    [Theory]
    [InlineData("a = \"open\nb = 1", 1)]
    [InlineData("a = 1\n[table\n", 2)]
    [InlineData("a = 1\nb = [1, 2", 2)]
    [InlineData("\n\n= 3", 3)]
    [InlineData("a =", 1)]
    [InlineData("a = \"\\q\"", 1)]
    [InlineData("a = {b = 1", 1)]
    [InlineData("a b = 1", 1)]
    public void What_is_not_toml_is_refused_with_its_line(string text, int line)
    {
        var error = Assert.Throws<TomlException>(() => TomlTables.Parse("x.toml", text));

        Assert.StartsWith($"x.toml({line}): ", error.Message, StringComparison.Ordinal);
    }
}

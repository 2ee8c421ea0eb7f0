using Harness.Suites;

namespace Harness.Tests.Suites;

public sealed class SuiteFinderTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public SuiteFinderTests()
    {
        foreach (var file in new[]
        {
            "smoke.yml", "readme.md", "a/smoke.yml", "a/other.yml", "a/b/smoke.yml", "B/smoke.yml",
            ".git/smoke.yml", "node_modules/x/smoke.yml", "a/bin/smoke.yml", "a/obj/smoke.yml", "artifacts/smoke.yml", ".venv/smoke.yml",
            ".github/workflows/smoke.yml", "a/.tox/x/smoke.yml", "venv/smoke.yml",
            "empty/none.txt", "near/smoke.yaml",
        })
            _folder.Write(file, "");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("B/smoke.yml a/b/smoke.yml a/smoke.yml smoke.yml")]
    [InlineData("B/smoke.yml a/b/smoke.yml a/smoke.yml smoke.yml", ".")]
    [InlineData("a/b/smoke.yml a/smoke.yml", "a")]
    [InlineData("a/b/smoke.yml a/smoke.yml", "./a/")]
    [InlineData("a/other.yml", "a/other.yml")]
    [InlineData("a/other.yml", "a/other.yml", "./a/../a/other.yml", "a/oth*")]
    [InlineData("a/b/smoke.yml a/smoke.yml", "a/b", "a/smoke.yml", "a")]
    [InlineData("artifacts/smoke.yml", "artifacts/smoke.yml")]
    [InlineData("artifacts/smoke.yml", "artifacts")]
    [InlineData(".github/workflows/smoke.yml", ".github")]
    [InlineData(".github/workflows/smoke.yml", ".github/workflows/smoke.yml")]
    [InlineData(".github/workflows/smoke.yml", ".gi*/*/smoke.yml")]
    [InlineData("a/.tox/x/smoke.yml", "*/.tox/**/smoke.yml")]
    [InlineData("a/bin/smoke.yml", "*/bin/smoke.yml")]
    [InlineData("B/smoke.yml a/smoke.yml", "*/smoke.yml")]
    [InlineData("B/smoke.yml a/smoke.yml", "?/smoke.yml")]
    [InlineData("B/smoke.yml a/b/smoke.yml a/smoke.yml smoke.yml", "**/smoke.yml")]
    [InlineData("a/b/smoke.yml a/other.yml a/smoke.yml", "a/**/*.yml")]
    [InlineData("a/b/smoke.yml a/other.yml a/smoke.yml", "a/**")]
    [InlineData("B/smoke.yml a/b/smoke.yml a/other.yml a/smoke.yml smoke.yml", "**/**/*.yml")]
    [InlineData("a/other.yml a/smoke.yml", "a/*")]
    [InlineData("a/b/smoke.yml", "*/b/*.yml")]
    public void Arguments_name_suite_files(string expected, params string[] arguments)
    {
        var result = SuiteFinder.Find(arguments, _folder.Path);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(expected.Split(' ').Select(file => Path.Combine(_folder.Path, file)), result.Files);
    }

    [Fact]
    public void An_absolute_pattern_works_too() =>
        Assert.Equal([Path.Combine(_folder.Path, "a/smoke.yml")], SuiteFinder.Find([_folder.Path + "/a/s*"], "/").Files);

    [Fact]
    public void A_file_whose_name_looks_like_a_pattern_is_a_file()
    {
        var path = _folder.Write("a/odd*.yml", "");
        _folder.Write("a/odd2.yml", "");

        Assert.Equal([path], SuiteFinder.Find(["a/odd*.yml"], _folder.Path).Files);
    }

    [Theory]
    [InlineData("empty", "empty: error HARN1007: There is no smoke.yml in 'empty' or below.\n  Name a suite file, or let 'harness init' write a first smoke.yml. Folders such as .github and artifacts are not searched.")]
    [InlineData("near", "near: error HARN1007: There is no smoke.yml in 'near' or below.\n  Rename near/smoke.yaml to smoke.yml, or name it.")]
    [InlineData("nope", "nope: error HARN1003: There is no file or folder 'nope'.\n  Correct the path, or let 'harness init' write a first suite.")]
    [InlineData("x/*.yml", "x/*.yml: error HARN1007: No file matches 'x/*.yml'.\n  Correct the pattern.")]
    [InlineData("a/*.yaml", "a/*.yaml: error HARN1007: No file matches 'a/*.yaml'.\n  Correct the pattern.")]
    [InlineData("", ": error HARN1003: '' names no file.\n  Name a suite file, a folder or a pattern.")]
    [InlineData("a\nb", "a\\nb: error HARN1003: There is no file or folder 'a\\nb'.\n  Correct the path, or let 'harness init' write a first suite.")]
    [InlineData("a\0b", "a\\u0000b: error HARN1003: 'a\\u0000b' names no file.\n  Name a suite file, a folder or a pattern.")]
    public void An_argument_that_names_nothing_is_an_error(string argument, string message)
    {
        var result = SuiteFinder.Find([argument], _folder.Path);

        Assert.Empty(result.Files);
        Assert.Equal(message, SuiteFolder.Show(result.Diagnostics));
    }

    [Fact]
    public void That_there_is_no_suite_here_is_no_fault_of_a_dot() => Assert.StartsWith(
        "harness: error HARN1007: There is no smoke.yml in '.' or below.",
        SuiteFolder.Show(SuiteFinder.Find([], Path.Combine(_folder.Path, "empty")).Diagnostics), StringComparison.Ordinal);

    [Fact]
    public void An_argument_that_names_nothing_does_not_hide_the_others()
    {
        var result = SuiteFinder.Find(["nope", "a/other.yml"], _folder.Path);

        Assert.Single(result.Diagnostics);
        Assert.Equal([Path.Combine(_folder.Path, "a/other.yml")], result.Files);
    }

    [Fact]
    public void Links_to_folders_are_not_followed()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "a", "again"), _folder.Path);

        Assert.Equal(2, SuiteFinder.Find(["a"], _folder.Path).Files.Count);
    }
}

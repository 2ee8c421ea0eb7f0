using Harness.Suites;
using Harness.Suites.Starting;
using Harness.Tests.Support;

namespace Harness.Tests.Suites.Starting;

public sealed class FirstSuiteTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_without_dependencies_has_no_first_suite()
    {
        folder.Write("pyproject.toml", "[project]\nname = \"x\"\n");

        Assert.Null(FolderReader.Read(folder.Path));
    }

    [Fact]
    public void Requirements_constraints_wheels_and_tests_that_are_there_are_used()
    {
        folder.Write("requirements.txt", "# web\nflask[async]>=3 ; python_version>'3'\npytest\n-r other.txt\n./local\n");
        folder.Write("constraints.txt", "");
        folder.Write("wheels/x.whl", "");
        folder.Write("tests/test_x.py", "");
        folder.Write("uv.lock", "[[package]]\nname = \"a\"\nversion = \"1\"\n");

        var facts = FolderReader.Read(folder.Path)!;
        var suite = Assert.Single(FirstSuite.Write(facts, name: "api"));

        Assert.Equal(["flask", "pytest"], facts.Packages);
        Assert.Equal("smoke.yml", suite.Name);
        Snapshot.Match("Suites/Starting/Snapshots/full.yml", suite.Text);
    }

    [Fact]
    public void A_test_that_imports_nothing_fails()
    {
        folder.Write("requirements.txt", "no-such-package\n");

        var suite = Assert.Single(FirstSuite.Write(FolderReader.Read(folder.Path)!));

        Assert.Contains("if not imported:\n            raise SystemExit(\"nothing was imported", suite.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dependencies_of_a_project_and_versions_of_a_lock_become_files()
    {
        folder.Write("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"flask>=3\", \"Idna\"]\n");
        folder.Write("uv.lock", """
            [[package]]
            name = "flask"
            version = "3.0.3"
            source = { registry = "https://example.org/simple" }
            [[package]]
            name = "x"
            version = "0.1"
            source = { virtual = "." }
            """);

        var files = FirstSuite.Write(FolderReader.Read(folder.Path)!).ToDictionary(file => file.Name, file => file.Text);

        Assert.Equal("# From pyproject.toml.\nflask>=3\nIdna\n", files["smoke-requirements.txt"]);
        Assert.Equal("# From uv.lock.\nflask==3.0.3\n", files["smoke-constraints.txt"]);
        Assert.Contains("requirements: [smoke-requirements.txt]\n  constraints: [smoke-constraints.txt]\n", files["smoke.yml"], StringComparison.Ordinal);
        Assert.Contains("wanted = {'flask', 'idna'}\n", files["smoke.yml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My API (v2)", "my-api--v2")]
    [InlineData("…", "smoke")]
    [InlineData("_x.", "x")]
    public void The_suite_is_named_after_the_folder_as_far_as_names_go(string folderName, string name)
    {
        var facts = new FolderFacts { FolderName = folderName, Requirements = "requirements.txt" };

        Assert.Contains($"\nname: {name}\n", FirstSuite.Write(facts)[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("3.11")]
    [InlineData("off")]
    [InlineData("api")]
    public void Every_first_suite_is_a_suite(string folderName)
    {
        folder.Write("my requirements.txt", "");
        folder.Write("it's.txt", "");
        folder.Write("tests/x", "");
        folder.Write("wheels/x.whl", "");
        var facts = new FolderFacts
        {
            FolderName = folderName,
            Requirements = "my requirements.txt",
            Constraints = "it's.txt",
            Packages = ["pytest"],
            TestsFolder = "tests",
            Wheelhouse = "wheels",
        };
        var path = folder.Write("smoke.yml", FirstSuite.Write(facts, image: $"r/x@sha256:{new string('0', 64)}")[^1].Text);

        var read = SuiteReader.Read(path, new() { WorkingDirectory = folder.Path, Environment = new Dictionary<string, string>() });

        Assert.Empty(read.Diagnostics);
        Assert.Equal(folderName, read.Suite!.Name);
        Assert.Equal(["imports", "unit"], read.Suite.Tests.Select(test => test.Name));
    }
}

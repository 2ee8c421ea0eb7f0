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

    [Fact]
    public void A_lock_that_cannot_constrain_gives_its_versions()
    {
        folder.Write("requirements.txt", "greeter\n");
        folder.Write("requirements.lock", """
            # by pip-compile
            --index-url https://example.org/simple
            -e file:///workspace
            greeter[loud]==1.0.0 ; python_version >= "3.8" \
                --hash=sha256:00 \
                --hash=sha256:01
                # via -r requirements.txt
            wordlist==1.0.0 --hash=sha256:02
            """);
        var facts = FolderReader.Read(folder.Path)!;

        foreach (var file in FirstSuite.Write(facts))
            folder.Write(file.Name, file.Text);

        Assert.Equal("# From requirements.lock.\ngreeter==1.0.0 ; python_version >= \"3.8\"\nwordlist==1.0.0\n", File.ReadAllText(folder.In("smoke-constraints.txt")));
        Assert.Contains(("requirements.lock", "the exact versions, without what constraints may not have"), facts.Found);
        var read = SuiteReader.Read("smoke.yml", new() { WorkingDirectory = folder.Path, Environment = new Dictionary<string, string>() });
        Assert.Empty(read.Diagnostics);
        Assert.Empty(Harness.Suites.Linting.SuiteLinter.Check(read.Suite!));
    }

    [Fact]
    public void A_lock_of_nothing_but_versions_is_used_as_it_is()
    {
        folder.Write("requirements.txt", "greeter\n");
        folder.Write("requirements.lock", "greeter==1.0.0\n");

        Assert.Equal("requirements.lock", FolderReader.Read(folder.Path)!.Constraints);
    }

    [Fact]
    public void An_image_whose_python_the_project_cannot_use_is_noted()
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("pyproject.toml", "[project]\nrequires-python = \">=3.12,<4\"\n");
        var facts = FolderReader.Read(folder.Path)!;

        Assert.Equal(
            ["pyproject.toml requires Python >=3.12,<4, and the image has 3.11.9. Name one that fits in smoke.yml, or with: harness init api --force --image REF"],
            FirstSuite.Notes(facts, command: "harness init api"));
        Assert.Empty(FirstSuite.Notes(facts, $"python:3.13-slim@{SuiteFolder.Digest}"));
        Assert.Empty(FirstSuite.Notes(facts, $"example.org/app:3.1@{SuiteFolder.Digest}"));
        Assert.Equal(
            ["python:3.12 has no digest. 'harness run --allow-unpinned' goes on without, and 'harness pin' then writes it into the suite."],
            FirstSuite.Notes(facts, "python:3.12"));
    }

    [Fact]
    public void A_project_that_installs_itself_is_noted()
    {
        folder.Write("requirements.txt", "flask\n-e .\n");
        folder.Write("pyproject.toml", "[project]\nname = \"x\"\n");

        var note = Assert.Single(FirstSuite.Notes(FolderReader.Read(folder.Path)!));

        Assert.StartsWith(
            "requirements.txt(2): building . writes into it, as setuptools does, and smoke.yml gives it to be read only: the suite does not pass before that is changed. Let the build write: workspace: {access: read-write}",
            note, StringComparison.Ordinal);
        Assert.True(FolderReader.Read(folder.Path)!.NeedsWriting);
    }

    [Fact]
    public void A_project_of_which_only_the_dependencies_are_installed_is_noted()
    {
        const string project = "[project]\nname = \"x\"\ndependencies = [\"flask\"]\n";
        folder.Write("pyproject.toml", project);
        Assert.Empty(FirstSuite.Notes(FolderReader.Read(folder.Path)!)); // nothing that could be installed

        folder.Write("pyproject.toml", project + "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n");
        Assert.Equal(
            ["pyproject.toml: the project itself is neither installed nor imported, only what it depends on. Build its wheel (python -m pip wheel --no-deps -w dist .) and add ./dist/NAME.whl to smoke-requirements.txt."],
            FirstSuite.Notes(FolderReader.Read(folder.Path)!));

        folder.Write("requirements.txt", "flask\n.\n");
        Assert.Empty(FirstSuite.Notes(FolderReader.Read(folder.Path)!));
    }

    [Theory]
    [InlineData("./dist/shop-1.2.0-py3-none-any.whl", "shop")]
    [InlineData("./dist/my_shop-1.2.0-py3-none-any.whl[fast] ; python_version > '3'", "my-shop")]
    [InlineData("shop-1.2.0-py3-none-any.whl", "shop")]
    [InlineData("https://example.org/shop-1.2.0-py3-none-any.whl#sha256=00", "shop")]
    [InlineData("dist/shop-1.2.0.tar.gz --hash=sha256:00", "shop")]
    [InlineData("store @ file:///workspace/dist/shop-1.2.0-py3-none-any.whl", "store")]
    [InlineData("pytest==8.3.2", "pytest")]
    [InlineData("# ./dist/shop-1.2.0-py3-none-any.whl", null)]
    [InlineData("-r dist/shop-1.2.0-py3-none-any.whl", null)]
    [InlineData("./shop", null)]
    public void A_line_names_the_package_that_is_imported(string line, string? name)
    {
        folder.Write("requirements.txt", line + "\n");

        Assert.Equal(name is null ? [] : [name], FolderReader.Read(folder.Path)!.Packages);
    }

    [Theory]
    [InlineData("[project.optional-dependencies]\nfast = [\"idna\"]\ntest = [\"pytest>=8\"]\n", ", but in the extra 'test': add it to requirements.txt, and to the tests of smoke.yml: - {name: unit, run: [python, -m, pytest, -q, -p, no:cacheprovider, tests]}")]
    [InlineData("[dependency-groups]\ndev = [\"pytest\", {include-group = \"x\"}]\n", ", but in the group 'dev': add it to requirements.txt, and to the tests of smoke.yml: - {name: unit, run: [python, -m, pytest, -q, -p, no:cacheprovider, tests]}")]
    [InlineData("[tool.poetry.group.dev.dependencies]\npytest = \"^8\"\n", ", but in the group 'dev': add it to requirements.txt, and to the tests of smoke.yml: - {name: unit, run: [python, -m, pytest, -q, -p, no:cacheprovider, tests]}")]
    [InlineData("[project.optional-dependencies]\nfast = [\"pytest-xdist\"]\n", "")]
    public void Tests_that_are_left_out_say_where_pytest_is(string project, string what)
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("tests/test_x.py", "");
        folder.Write("pyproject.toml", project);

        Assert.Contains(("tests", "left out, pytest is not among what is installed" + what), FolderReader.Read(folder.Path)!.Found);
    }

    [Theory]
    [InlineData(">=3.12", "3.11.9", true)]
    [InlineData(">= 3.11.4", "3.11.9", false)]
    [InlineData(">=3.11.4", "3.11", false)]
    [InlineData(">3.11", "3.11.9", false)]
    [InlineData("<3.11", "3.11.9", true)]
    [InlineData("<3.11.4", "3.11", false)]
    [InlineData("<=3.11", "3.11.9", true)]
    [InlineData("~=3.10", "3.11.9", false)]
    [InlineData("~=3.10.2", "3.11.9", true)]
    [InlineData("==3.10.*", "3.11", true)]
    [InlineData("==3.*", "3.11", false)]
    [InlineData("==3.11.4", "3.11.9", true)]
    [InlineData("==3.11.4", "3.11", false)]
    [InlineData("!=3.11.9", "3.11.9", false)]
    [InlineData(">=3.8, <3.11", "3.11.9", true)]
    [InlineData(">=3.12rc1", "3.11.9", false)]
    [InlineData("^3.12", "3.11.9", true)]
    [InlineData("^3.10", "3.11.9", false)]
    [InlineData("^2.7", "3.11.9", true)]
    [InlineData("", "3.11.9", false)]
    public void Only_what_is_certain_excludes_a_python(string specifiers, string version, bool excluded) =>
        Assert.Equal(excluded, RequiredPython.Excludes(specifiers, version));

    [Theory]
    [InlineData("Bad/Name", null, "A suite cannot be named 'Bad/Name'. --name takes 1 to 100 small letters, digits, dots, hyphens and underscores, beginning with a letter or digit.")]
    [InlineData("junit.xml", null, "A suite cannot be named 'junit.xml'.")]
    [InlineData(null, "my image", "'my image' is no image: ")]
    [InlineData(null, "python@sha256:1", "'python@sha256:1' is no image: ")]
    public void What_would_be_no_suite_is_refused(string? name, string? image, string problem) =>
        Assert.StartsWith(problem, FirstSuite.Problem(name, image), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null)]
    [InlineData("api-3.11", "python:3.12")]
    [InlineData("api", "${IMAGE}")]
    public void What_a_suite_takes_is_not(string? name, string? image) => Assert.Null(FirstSuite.Problem(name, image));

    [Fact]
    public void A_lock_without_versions_is_not_told_to_have_them()
    {
        folder.Write("requirements.txt", "flask\n");
        folder.Write("uv.lock", "version = 1\n");
        folder.Write("pyproject.toml", "not = [toml");

        Assert.Contains(("uv.lock", "left out, it has no exact versions"), FolderReader.Read(folder.Path)!.Found);
    }

    [Theory]
    [InlineData("My API (v2)", "my-api-v2")]
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

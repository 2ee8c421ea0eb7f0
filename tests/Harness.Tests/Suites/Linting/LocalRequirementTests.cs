using Harness.Suites.Linting;

namespace Harness.Tests.Suites.Linting;

public sealed class LocalRequirementTests : IDisposable
{
    private readonly SuiteFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(".", ".", ".", ".")]
    [InlineData("-e .", "-e .", ".", ".")]
    [InlineData("--editable=./sub/[extra]", "--editable=./sub/[extra]", "./sub/", "sub")]
    [InlineData("-e sub", "-e sub", "sub", "sub")]
    [InlineData("libs/core ; python_version > '3'", "libs/core", "libs/core", "libs/core")]
    [InlineData("./sub[a,b] --config-settings x=y", "./sub[a,b]", "./sub", "sub")]
    [InlineData("core @ file:///workspace/libs/core", "core @ file:///workspace/libs/core", "file:///workspace/libs/core", "libs/core")]
    [InlineData("-e file:///workspace#egg=core", "-e file:///workspace", "file:///workspace", ".")]
    [InlineData("file:a%20b", "file:a%20b", "file:a%20b", "a b")]
    public void A_folder_of_the_workspace_is_seen(string content, string line, string path, string inside) =>
        Assert.Equal(new(line, path, inside), LocalRequirement.Parse(content));

    [Theory]
    [InlineData("flask")]
    [InlineData("flask[async]>=3")]
    [InlineData("./dist/project-1.0-py3-none-any.whl")]
    [InlineData("./project-1.0.tar.gz")]
    [InlineData("..")]
    [InlineData("../other")]
    [InlineData("/wheels/project")]
    [InlineData("file:///wheels/project")]
    [InlineData("${HERE}/project")]
    [InlineData("-r sub/requirements.txt")]
    [InlineData("--find-links ./wheels")]
    [InlineData("-e git+https://example.org/flask#egg=flask")]
    [InlineData("git+https://example.org/flask")]
    [InlineData("flask @ https://example.org/flask.whl")]
    [InlineData("https://example.org/flask.zip")]
    [InlineData("-e")]
    public void What_is_elsewhere_or_no_folder_is_not(string content) => Assert.Null(LocalRequirement.Parse(content));

    [Fact]
    public void A_project_that_setuptools_builds_in_a_workspace_that_is_read_only_is_said_at_its_line()
    {
        folder.Write("requirements.txt", "# itself\n-e .\n.\n");
        folder.Write("pyproject.toml", "[build-system]\nbuild-backend = \"setuptools.build_meta\"\n");

        Assert.Equal(
            "requirements.txt(2,1): warning HARN1019: Building . writes into it, as setuptools does, and the workspace is read-only.\n"
            + "  Let the build write: workspace: {access: read-write} and user: \"UID:GID\" of who owns . (stat -c %u:%g .), or chmod -R o+rwX . after removing build and *.egg-info. "
            + "Or build a wheel before the run (python -m pip wheel --no-deps -w dist .) and write ./dist/NAME.whl instead of -e .: then nothing is written.",
            Lint());
        Assert.Empty(Lint("workspace: {access: read-write}\n"));
        Assert.Empty(Lint("workspace: {access: none}\n"));
    }

    [Theory]
    [InlineData("pyproject.toml", "[project]\nname = \"core\"\n", true)]
    [InlineData("setup.py", "", true)]
    [InlineData("pyproject.toml", "[build-system]\nbuild-backend = \"hatchling.build\"\n", false)]
    [InlineData("pyproject.toml", "build-system = {build-backend = \"flit_core.buildapi\"}\n", false)]
    [InlineData("pyproject.toml", "no toml\n", false)]
    [InlineData("readme.md", "", false)]
    public void Only_builds_that_are_certain_to_write_are_said(string file, string text, bool writes)
    {
        folder.Write("requirements.txt", "./libs/core\n");
        folder.Write("libs/core/" + file, text);

        Assert.Equal(writes, Lint().StartsWith("requirements.txt(1,1): warning HARN1019: Building ./libs/core writes", StringComparison.Ordinal));
    }

    private string Lint(string keys = "") =>
        SuiteFolder.Show(SuiteLinter.Check(folder.ReadGood($"{SuiteFolder.Good}python: {{requirements: [requirements.txt]}}\n{keys}")));
}

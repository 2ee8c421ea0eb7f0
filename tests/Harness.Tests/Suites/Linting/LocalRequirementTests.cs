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

    [Theory]
    [InlineData("./dist/shop-1.2.0-py3-none-any.whl", "There is no file './dist/shop-1.2.0-py3-none-any.whl'; the nearest beside it is 'shop-1.2.1-py3-none-any.whl'.", "Build it before the run (python -m pip wheel --no-deps -w dist .)")]
    [InlineData("dist/other-3.tar.gz --hash=sha256:00", "There is no file 'dist/other-3.tar.gz'.", "Build it before the run")]
    [InlineData("shop-1.2.0-py3-none-any.whl", "There is no file 'shop-1.2.0-py3-none-any.whl'.", "Build it before the run (python -m pip wheel --no-deps -w . .)")]
    [InlineData("-e ./sub[extra]", "There is nothing at './sub'.", "Create it")]
    [InlineData("/workspace/sub", "There is nothing at '/workspace/sub'.", "Create it")]
    public void What_a_path_of_the_workspace_names_is_to_be_there(string line, string message, string remedy)
    {
        folder.Write("requirements.txt", "# itself\n" + line + "\n" + line + "\n");
        folder.Write("dist/shop-1.2.1-py3-none-any.whl", "");

        Assert.Equal($"requirements.txt(2,1): error HARN1003: {message}\n  {remedy}, or correct the path, which is relative to the workspace, whatever file names it.", Lint());
        Assert.Empty(Lint("workspace: {access: none}\n"));
    }

    [Theory]
    [InlineData("./dist/shop-1.2.1-py3-none-any.whl")]
    [InlineData("./dist")]
    [InlineData("./dist/shop-${VERSION}-py3-none-any.whl")]
    [InlineData("./sub ; python_version < '3'")]
    [InlineData("/opt/shop-1.2.0-py3-none-any.whl")]
    [InlineData("../shop-1.2.0-py3-none-any.whl")]
    [InlineData("./image/shop-1.2.0-py3-none-any.whl")]
    [InlineData("https://example.org/shop-1.2.0-py3-none-any.whl")]
    public void What_is_there_or_may_be_is_left_to_pip(string line)
    {
        folder.Write("requirements.txt", line + "\n");
        folder.Write("dist/shop-1.2.1-py3-none-any.whl", "");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "image"), "/opt/only-in-the-image");

        Assert.Empty(Lint());
    }

    private string Lint(string keys = "") =>
        SuiteFolder.Show(SuiteLinter.Check(folder.ReadGood($"{SuiteFolder.Good}python: {{requirements: [requirements.txt]}}\n{keys}")));
}

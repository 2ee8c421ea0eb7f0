using Harness.Suites.Starting;
using Harness.Tests.Support;

namespace Harness.Tests.Suites.Starting;

public sealed class PoetryProjectTests : IDisposable
{
    private const string Project = """
        [tool.poetry]
        name = "shop"
        [tool.poetry.dependencies]
        python = "^3.12"
        flask = "^3.0"
        uvicorn = {version = "^0.30", extras = ["standard"]}
        tomli = {version = "*", markers = "python_version < '3.11'"}
        redis = {version = "*", optional = true}
        [tool.poetry.dependencies.idna]
        version = "~3.7"
        [build-system]
        requires = ["poetry-core"]

        """;

    private const string Locked = """
        [[package]]
        name = "flask"
        version = "3.0.3"
        [[package]]
        name = "uvicorn"
        version = "0.30.1"

        """;

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Names_come_from_the_project_and_versions_from_the_lock()
    {
        folder.Write("pyproject.toml", Project);
        folder.Write("poetry.lock", Locked);

        var facts = FolderReader.Read(folder.Path)!;
        var files = FirstSuite.Write(facts).ToDictionary(file => file.Name, file => file.Text);

        Assert.Equal("# From pyproject.toml.\nflask\nuvicorn[standard]\ntomli ; python_version < '3.11'\nidna\n", files["smoke-requirements.txt"]);
        Assert.Equal("# From poetry.lock.\nflask==3.0.3\nuvicorn==0.30.1\n", files["smoke-constraints.txt"]);
        Assert.Equal("^3.12", facts.RequiresPython);
        Assert.True(facts.LeavesProjectOut);
    }

    [Fact]
    public void Dependencies_of_the_project_itself_come_before_those_of_poetry()
    {
        folder.Write("pyproject.toml", "[project]\ndependencies = [\"idna\"]\n" + Project);
        folder.Write("poetry.lock", Locked);

        Assert.Equal(["idna"], FolderReader.Read(folder.Path)!.Dependencies);
    }

    [Theory]
    [InlineData(Project, null, "there is no poetry.lock with their versions. Make one (poetry lock), or move them to [project]")]
    [InlineData(Project, "uv.lock", "there is no poetry.lock with their versions. Make one (poetry lock), or move them to [project]")]
    [InlineData(Project + "[tool.poetry.dependencies.core]\ngit = \"https://example.org/core\"\n", "poetry.lock", "'core' in a form that poetry.lock alone does not explain. Write requirements (poetry export -o requirements.txt), or move them to [project]")]
    [InlineData("[tool.poetry.dependencies]\na = [{version = \"1\", python = \"<3.9\"}]\n", "poetry.lock", "'a' in a form that")]
    [InlineData("[tool.poetry.dependencies]\na = {version = \"1\", optional = true}\n", "poetry.lock", "only optional ones. Add those that the tests need, or move")]
    [InlineData("[project]\nname = \"x\"\n", "uv.lock", "uv.lock says which versions there are, but not what is asked for. Write the packages")]
    [InlineData("[project]\nname = \"x\"\n", null, "'shop' has neither a requirements.txt nor a pyproject.toml with [project] dependencies. Write the packages")]
    public void What_cannot_be_read_is_said_with_the_way_out(string project, string? @lock, string problem)
    {
        folder.Write("pyproject.toml", project);
        if (@lock is not null)
            folder.Write(@lock, Locked);

        Assert.Null(FolderReader.Read(folder.Path));
        var said = NothingToInstall.In(folder.Path, "shop");
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.EndsWith("and run harness init again.", said, StringComparison.Ordinal);
    }
}

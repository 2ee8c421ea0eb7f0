using Harness.Running;
using Harness.Running.Varying;

namespace Harness.Tests.Running;

public sealed class WorkspacePathTests
{
    /// <summary>The second run may have it elsewhere, and the suite's author has it in neither place.</summary>
    [Theory]
    [InlineData("/workspace")]
    [InlineData(Variations.Workspace)]
    public void Wherever_the_workspace_is_its_paths_are_those_of_the_suite(string workspace)
    {
        Assert.Equal(".", WorkspacePath.Of(workspace));
        Assert.Equal(".", WorkspacePath.Of($"file://{workspace}/"));
        Assert.Equal("./built here/a.whl", WorkspacePath.Of($"file://{workspace}/built%20here/a.whl#sha256=ff"));
        Assert.Null(WorkspacePath.Of(workspace + "s/a.whl"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/opt/held")]
    [InlineData("https://example.org/workspace/a.whl")]
    public void What_is_not_in_the_workspace_has_no_path_in_it(string? place) => Assert.Null(WorkspacePath.Of(place));
}

using Harness.Suites.Finding;

namespace Harness.Tests.Suites;

public sealed class FolderWalkTests
{
    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_reported()
    {
        var reported = new List<string>();
        var walk = new FolderWalk((folder, reason) => reported.Add($"{folder}: {reason}"));

        Assert.Empty(walk.Files("/no/such/folder"));

        Assert.All(reported, report => Assert.StartsWith("/no/such/folder: ", report, StringComparison.Ordinal));
        Assert.NotEmpty(reported);
    }
}

using Harness.Package.Tests.Support;

namespace Harness.Package.Tests.Action;

/// <summary>The action when it installs the tool itself.</summary>
[Collection(ActionCollection.Name)]
public sealed class ActionInstallTests : IDisposable
{
    private readonly ActionBed _bed = new();
    private readonly PackedFeed _feed;

    public ActionInstallTests(PackedFeed feed)
    {
        _feed = feed;
        _bed.Write("smoke.yml", "schema: 1\nnam: x\n");
    }

    public void Dispose() => _bed.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task The_version_that_is_asked_for_is_installed_once_whatever_the_workspace_says()
    {
        File.Copy(_feed.ConfigFile, Path.Combine(_bed.Temporary, "NuGet.config"));
        _bed.Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        _bed.Write("global.json", """{"sdk": {"version": "1.0.0"}}""");

        var first = await _bed.Runner().UseAsync(("version", PackedFeed.Version));
        var second = await _bed.Runner().UseAsync(("version", PackedFeed.Version));

        Assert.Contains("nearest known key is 'name'", first.Log.Text, StringComparison.Ordinal); // the tool spoke
        Assert.Equal((2, "suite-invalid"), (first.ExitCode, first.Outputs["cause"]));
        Assert.Equal((2, "suite-invalid"), (second.ExitCode, second.Outputs["cause"]));
        Assert.Contains(PackedFeed.Version, first.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PackedFeed.Version, second.Log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_version_that_does_not_exist_is_an_infrastructure_failure()
    {
        File.Copy(_feed.ConfigFile, Path.Combine(_bed.Temporary, "NuGet.config"));

        var end = await _bed.Runner().UseAsync(("version", "0.0.0-absent"));

        Assert.Equal((4, "infrastructure"), (end.ExitCode, end.Outputs["verdict"]));
        Assert.Equal("The tool could not be installed; the log tells why.", end.Log.Deeds.Last().Data);
    }
}

namespace Harness.Tests.Reproducibility.Pinning;

/// <summary>What the workspace itself brings: a folder, or an archive in it.</summary>
public sealed class OwnPackageTests : IDisposable
{
    private readonly PinBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact]
    public void What_the_workspace_brings_is_not_pinned_and_that_is_said()
    {
        bed.Ran(bed.Green, Own("file:///workspace", """ "dir_info": {"editable": true} """));
        Inspected("file:///workspace", """ "dir_info": {"editable": true} """);

        var plan = bed.Plan(new() { Lock = true });

        Assert.Equal(["shop comes from ., and is not pinned: its version is the project's own."], plan.Notes);
        Assert.EndsWith("\nflask==3.0\nheld==2.0\n", plan.Files[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("shop", plan.Files.Single(file => file.Path.EndsWith("pylock.toml", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.StartsWith("shop does not come from an archive", bed.Plan(new() { Hashes = true }).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///workspace/dist/shop-1.2.0-py3-none-any.whl", "./dist/shop-1.2.0-py3-none-any.whl")]
    [InlineData("file:///workspace/built%20here/shop-1.2.0-py3-none-any.whl", "file:///workspace/built%20here/shop-1.2.0-py3-none-any.whl")]
    public void A_lock_finds_an_archive_of_the_workspace_where_it_is(string url, string line)
    {
        const string Archive = """ "archive_info": {"hashes": {"sha256": "cc"}} """;
        bed.Ran(bed.Green, Own(url, Archive));
        Inspected(url, Archive);

        var plan = bed.Plan(new() { Hashes = true });

        Assert.Equal((null, 0), (plan.Problem, plan.Notes.Count));
        Assert.DoesNotContain("shop", plan.Files[0].Text, StringComparison.Ordinal);
        Assert.EndsWith($"\nflask==3.0 \\\n    --hash=sha256:ff\n{line} \\\n    --hash=sha256:cc\n", plan.Files[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("shop comes from ./", Assert.Single(bed.Plan().Notes), StringComparison.Ordinal);
        Assert.Contains(", and is not in pylock.toml: ", Assert.Single(bed.Plan(new() { Hashes = true, Lock = true }).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_editable_folder_in_a_list_of_an_older_pip_is_not_pinned()
    {
        bed.Ran(bed.Green, freeze: "idna==3.6\n# Editable install with no version control (shop==1.2.0)\n-e /workspace\n");

        Assert.EndsWith("\nidna==3.6\n", bed.Plan().Files[0].Text, StringComparison.Ordinal);
    }

    // Beside what comes from the wheelhouse, which pip reports as a file as well.
    private static string Own(string url, string info) =>
        $$$"""
        {"install": [
          {"metadata": {"name": "shop", "version": "1.2.0"}, "is_direct": true, "download_info": {"url": "{{{url}}}", {{{info}}} } },
          {"metadata": {"name": "flask", "version": "3.0"}, "is_direct": false, "download_info": {"url": "file:///workspace/wheels/flask-3.0.tar.gz", "archive_info": {"hash": "sha256=ff"} } }]}
        """;

    private void Inspected(string url, string info) => bed.Scratch.Write("out/api/run-1/attempt-1/inspect.json",
        $$$"""
        {"installed": [
          {"metadata": {"name": "shop", "version": "1.2.0"}, "direct_url": {"url": "{{{url}}}", {{{info}}} } },
          {"metadata": {"name": "held", "version": "2.0"}, "direct_url": {"url": "file:///opt/held", "dir_info": {} } },
          {"metadata": {"name": "flask", "version": "3.0"}}]}
        """);
}

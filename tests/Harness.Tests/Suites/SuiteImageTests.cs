namespace Harness.Tests.Suites;

public sealed class SuiteImageTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("python@" + SuiteFolder.Digest)]
    [InlineData("python:3.11-slim@" + SuiteFolder.Digest)]
    [InlineData("localhost:5000/team/python:3.11@" + SuiteFolder.Digest)]
    public void An_image_with_a_digest_is_pinned(string image) => Assert.Equal(image, _folder.ReadGood(Suite(image)).Image);

    [Fact]
    public void An_image_without_digest_is_refused() => Assert.Equal(
        "smoke.yml(2,8): error HARN1002: 'image' is 'python:3.11', which has no digest: the next run may use another image.\n"
        + "  Write python:3.11@sha256:DIGEST; 'harness run --allow-unpinned' (or HARNESS_ALLOW_UNPINNED=1) goes on without and names the digest; 'harness pin' then writes it.",
        Show(Suite("python:3.11")));

    [Fact]
    public void An_image_without_digest_is_warned_about_when_that_is_allowed()
    {
        var result = _folder.Read(Suite("python:3.11"), overrides: new() { AllowUnpinned = true });

        Assert.Equal("python:3.11", result.Suite!.Image);
        Assert.True(result.Suite.AllowUnpinned);
        Assert.Equal(
            "smoke.yml(2,8): warning HARN1002: 'image' is 'python:3.11', which has no digest: the next run may use another image.\n"
            + "  Write python:3.11@sha256:DIGEST; the run's report names the digest.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Theory]
    [InlineData("sha256:abc")]
    [InlineData("sha256:8FB099199B9F2D70342674BD9DBCCD3ED03A258F26BBD1D556822C6DFC60C317")]
    [InlineData("8fb099199b9f2d70342674bd9dbccd3ed03a258f26bbd1d556822c6dfc60c317")]
    [InlineData("")]
    public void A_digest_that_is_none_is_refused_even_if_unpinned_images_are_allowed(string digest)
    {
        var result = _folder.Read(Suite($"python@{digest}"), overrides: new() { AllowUnpinned = true });

        Assert.Null(result.Suite);
        Assert.Equal(
            $"smoke.yml(2,8): error HARN1001: 'image' ends in '@{digest}', which is no digest.\n  Write NAME@sha256: and 64 hexadecimal digits in small letters.",
            SuiteFolder.Show(result.Diagnostics));
    }

    [Theory]
    [InlineData("'python 3'", "'python 3'")]
    [InlineData("\"python\\n3\"", "'python\\n3'")]
    [InlineData("'@sha256:1'", "'@sha256:1'")]
    public void What_is_no_reference_is_refused(string image, string shown) => Assert.Equal(
        $"smoke.yml(2,8): error HARN1001: 'image' must be an image reference, but is {shown}.\n"
        + "  Write NAME:TAG@sha256:DIGEST, such as python:3.11-slim@sha256:….",
        Show(Suite(image)));

    private string Show(string yaml)
    {
        var result = _folder.Read(yaml);
        Assert.Null(result.Suite);
        return SuiteFolder.Show(result.Diagnostics);
    }

    private static string Suite(string image) => $"name: api\nimage: {image}\ntests: [{{name: a, run: b}}]\n";
}

using Harness.Engines.Images;

namespace Harness.Engines.Tests.Images;

public class ImageReferenceTests
{
    private const string Digest = "sha256:8fb099199b9f2d70342674bd9dbccd3ed03a258f26bbd1d556822c6dfc60c317";

    [Theory]
    [InlineData("python", "docker.io", "library/python", null, null)]
    [InlineData("python:3.11", "docker.io", "library/python", "3.11", null)]
    [InlineData("python@" + Digest, "docker.io", "library/python", null, Digest)]
    [InlineData("python:3.11.9-slim-bookworm@" + Digest, "docker.io", "library/python", "3.11.9-slim-bookworm", Digest)]
    [InlineData("acme/app:1", "docker.io", "acme/app", "1", null)]
    [InlineData("docker.io/python", "docker.io", "library/python", null, null)]
    [InlineData("index.docker.io/library/python", "docker.io", "library/python", null, null)]
    [InlineData("localhost/app", "localhost", "app", null, null)]
    [InlineData("localhost:5000/app", "localhost:5000", "app", null, null)]
    [InlineData("127.0.0.1:5000/team/app:2@" + Digest, "127.0.0.1:5000", "team/app", "2", Digest)]
    [InlineData("[::1]:5000/app", "[::1]:5000", "app", null, null)]
    [InlineData("ghcr.io/acme/a_b/c__d/e-f.g", "ghcr.io", "acme/a_b/c__d/e-f.g", null, null)]
    [InlineData(" python:3 ", "docker.io", "library/python", "3", null)]
    public void A_reference_is_taken_apart(string text, string registry, string repository, string? tag, string? digest)
    {
        Assert.True(ImageReference.TryParse(text, out var reference, out _));

        Assert.Equal(new ImageReference(registry, repository, tag, digest), reference);
    }

    [Theory]
    [InlineData("", "the image reference is empty")]
    [InlineData("Python", "'library/Python' is not a repository; its letters must be lower-case")]
    [InlineData("python@sha256:abc", "'sha256:abc' is not a digest; expected 'sha256:' and 64 lower-case hexadecimal digits")]
    [InlineData("python:", "'' is not a tag; expected at most 128 letters, digits, '_', '.' and '-'")]
    [InlineData("python:a/b", "'python:a' is not a registry's host name")]
    [InlineData("a//b", "'a//b' is not a repository; expected lower-case letters and digits, joined by '.', '_', '__', '-' or '/'")]
    [InlineData("bad_host.example/app", "'bad_host.example' is not a registry's host name")]
    public void What_is_wrong_is_said_in_one_sentence(string text, string expected)
    {
        Assert.False(ImageReference.TryParse(text, out _, out var error));

        Assert.Equal(expected, error);
    }

    [Fact]
    public void A_name_longer_than_registries_take_is_refused()
    {
        Assert.False(ImageReference.TryParse("ghcr.io/" + new string('a', 250), out _, out var error));

        Assert.Equal("the name is longer than 255 characters", error);
    }

    [Theory]
    [InlineData("python:3.11@" + Digest, "python@" + Digest)]
    [InlineData("python:3.11", "python:3.11")]
    [InlineData("localhost:5000/app", "localhost:5000/app:latest")]
    public void An_engine_is_asked_for_the_digest_first_then_the_tag_then_latest(string text, string expected)
    {
        Assert.True(ImageReference.TryParse(text, out var reference, out _));

        Assert.Equal(expected, reference.ForEngine);
    }

    [Theory]
    [InlineData("docker.io/library/python:3.11@" + Digest, "python:3.11@" + Digest)]
    [InlineData("docker.io/acme/app", "acme/app")]
    [InlineData("localhost:5000/app:1", "localhost:5000/app:1")]
    public void Text_is_the_short_form_and_parses_back(string text, string expected)
    {
        Assert.True(ImageReference.TryParse(text, out var reference, out _));
        Assert.True(ImageReference.TryParse(reference.ToString(), out var again, out _));

        Assert.Equal(expected, reference.ToString());
        Assert.Equal(reference, again);
    }
}

using Harness.Engines.Docker;

namespace Harness.Engines.Tests.Docker;

public class DockerApiVersionTests
{
    [Theory]
    [InlineData("1.41", "1.12", "1.41")]
    [InlineData("1.51", "1.24", "1.41")]
    [InlineData("1.52", "1.44", "1.44")]
    [InlineData("1.47", null, "1.41")]
    public void The_older_of_the_two_is_spoken_but_nothing_the_engine_has_given_up(string newest, string? oldest, string expected) =>
        Assert.Equal(Version.Parse(expected), DockerApiVersion.Negotiate(newest, oldest));

    [Theory]
    [InlineData("1.40")]
    [InlineData("")]
    [InlineData(null)]
    public void An_engine_that_is_too_old_is_refused(string? newest) => Assert.Null(DockerApiVersion.Negotiate(newest, "1.12"));
}

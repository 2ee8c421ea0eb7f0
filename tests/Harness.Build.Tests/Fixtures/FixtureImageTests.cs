using Harness.Build.Fixtures;

namespace Harness.Build.Tests.Fixtures;

public sealed class FixtureImageTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("localhost:24805/harness/python@sha256:00", null)]
    [InlineData("python:3.11@sha256:00", "python:3.11@sha256:00")]
    public void Only_a_reference_that_is_not_our_own_is_the_callers_choice(string? variable, string? expected)
    {
        Assert.Equal(expected, FixtureImage.Chosen(variable));
    }
}

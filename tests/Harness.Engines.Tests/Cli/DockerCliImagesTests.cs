using Harness.Engines.Cli;

namespace Harness.Engines.Tests.Cli;

public class DockerCliImagesTests
{
    [Theory]
    [InlineData("be2d4a99ef9f: Pull complete", "be2d4a99ef9f", "Pull complete")]
    [InlineData("Digest: sha256:3dc53f8bab87", null, "Digest: sha256:3dc53f8bab87")]
    [InlineData("localhost:5000/harness/python@sha256:3dc5: Pulling from harness/python", null, "localhost:5000/harness/python@sha256:3dc5: Pulling from harness/python")]
    public void A_step_of_a_pull_names_its_layer(string line, string? layer, string status) =>
        Assert.Equal(new PullProgress(layer, status, null, null), DockerCliImages.ParseStep(line));
}

using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class ImageOperationsTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task An_archive_becomes_an_image()
    {
        var repository = $"{Engine.Label}-imported";
        var messages = await Engine.ImportImageAsync(repository, "one");

        var image = await Client.Images.InspectImageAsync($"{repository}:one", Cancellation);
        await Client.Images.DeleteImageAsync(image.ID, new ImageDeleteParameters { Force = true }, Cancellation);

        Assert.StartsWith("sha256:", Assert.Single(messages).Status, StringComparison.Ordinal);
        Assert.Equal(messages[0].Status, image.ID);
        Assert.Equal([$"{repository}:one"], image.RepoTags);
        Assert.Equal("linux", image.Os);
        Assert.True(image.Size > 1_000_000);
        Assert.Single(image.RootFS.Layers);
        Assert.Equal(DateTimeKind.Utc, image.Created.Kind);
        Assert.InRange(image.Created, DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));
    }

    [Fact(Timeout = Limit)]
    public async Task Images_are_listed_by_reference()
    {
        var parameters = new ImagesListParameters { Filters = EngineFixture.Only("reference", Engine.Image) };

        var image = Assert.Single(await Client.Images.ListImagesAsync(parameters, Cancellation));

        Assert.Equal([Engine.Image], image.RepoTags);
        Assert.InRange(image.Created, DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));
    }

    [Fact(Timeout = Limit)]
    public async Task A_tag_can_be_added_and_removed()
    {
        var repository = $"localhost:5000/{Engine.Label}/tagged";

        await Client.Images.TagImageAsync(Engine.Image, new ImageTagParameters { RepositoryName = repository, Tag = "two" }, Cancellation);
        var image = await Client.Images.InspectImageAsync($"{repository}:two", Cancellation);
        var deletions = await Client.Images.DeleteImageAsync($"{repository}:two", new ImageDeleteParameters(), Cancellation);

        Assert.Contains($"{repository}:two", image.RepoTags);
        Assert.Equal($"{repository}:two", Assert.Single(deletions)["Untagged"]);
    }

    [Fact(Timeout = Limit)]
    public async Task An_unknown_image_is_not_found()
    {
        var exception = await Assert.ThrowsAsync<DockerImageNotFoundException>(
            () => Client.Images.InspectImageAsync("no/such:image", Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
        Assert.Contains("No such image: no/such:image", exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_pull_from_a_registry_out_of_reach_fails_with_the_engines_words()
    {
        var pull = new ImagesCreateParameters { FromImage = "127.0.0.1:1/none", Tag = "latest" };

        var exception = await Assert.ThrowsAsync<DockerApiException>(
            () => Client.Images.CreateImageAsync(pull, null, new Reports<JSONMessage>(), Cancellation));

        Assert.Equal(HttpStatusCode.InternalServerError, exception.StatusCode);
        Assert.Contains("connection refused", exception.ResponseBody, StringComparison.Ordinal);
    }
}

using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class VolumeOperationsTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task A_volume_lives_until_it_is_removed()
    {
        var name = $"standins-{Guid.NewGuid():N}";
        var created = await Client.Volumes.CreateAsync(
            new VolumesCreateParameters { Name = name, Labels = new Dictionary<string, string> { [Engine.Label] = "yes" } }, Cancellation);

        var inspected = await Client.Volumes.InspectAsync(name, Cancellation);
        var listed = await Client.Volumes.ListAsync(new VolumesListParameters { Filters = Engine.OnlyOurs }, Cancellation);
        await Client.Volumes.RemoveAsync(name, force: true, Cancellation);

        Assert.Equal(name, created.Name);
        Assert.Equal("local", inspected.Driver);
        Assert.Equal("yes", inspected.Labels[Engine.Label]);
        Assert.Contains(listed.Volumes, volume => volume.Name == name);
        var exception = await Assert.ThrowsAsync<DockerApiException>(() => Client.Volumes.InspectAsync(name, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
    }
}

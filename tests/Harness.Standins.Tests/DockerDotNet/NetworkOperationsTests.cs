using Docker.DotNet;
using Docker.DotNet.Models;

namespace Harness.Standins.Tests.DockerDotNet;

public sealed class NetworkOperationsTests(EngineFixture engine) : EngineTest(engine)
{
    [Fact(Timeout = Limit)]
    public async Task A_container_leaves_and_joins_a_network()
    {
        var name = $"standins-{Guid.NewGuid():N}";
        var created = await Client.Networks.CreateNetworkAsync(
            new NetworksCreateParameters { Name = name, Internal = true, Labels = new Dictionary<string, string> { [Engine.Label] = "" } },
            Cancellation);
        await using var container = await Engine.StartIdleAsync(parameters => parameters.HostConfig.NetworkMode = name);

        await Client.Networks.DisconnectNetworkAsync(
            created.ID, new NetworkDisconnectParameters { Container = container.Id, Force = true }, Cancellation);
        var left = await Client.Networks.InspectNetworkAsync(created.ID, Cancellation);
        await Client.Networks.ConnectNetworkAsync(
            created.ID,
            new NetworkConnectParameters { Container = container.Id, EndpointConfig = new EndpointSettings { Aliases = ["alias"] } },
            Cancellation);
        var joined = await Client.Networks.InspectNetworkAsync(name, Cancellation);
        var settings = (await Client.Containers.InspectContainerAsync(container.Id, Cancellation)).NetworkSettings.Networks[name];
        await container.DisposeAsync();
        await Client.Networks.DeleteNetworkAsync(created.ID, Cancellation);

        Assert.Empty(left.Containers);
        Assert.True(joined.Internal);
        Assert.Equal([container.Id], joined.Containers.Keys);
        Assert.NotEmpty(joined.IPAM.Config);
        Assert.Contains("alias", settings.Aliases);
        Assert.NotEmpty(settings.IPAddress);
        await Assert.ThrowsAsync<DockerNetworkNotFoundException>(() => Client.Networks.InspectNetworkAsync(created.ID, Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Networks_are_listed()
    {
        var networks = await Client.Networks.ListNetworksAsync(null, Cancellation);

        Assert.Contains(networks, network => network is { Name: "none", Driver: "null" });
    }
}

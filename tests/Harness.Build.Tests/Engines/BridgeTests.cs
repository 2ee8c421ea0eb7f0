using Harness.Build.Engines;
using static SimpleExec.Command;

namespace Harness.Build.Tests.Engines;

public sealed class BridgeTests
{
    [Fact]
    public async Task The_bridge_keeps_its_hardware_address_when_a_container_with_a_lower_one_leaves()
    {
        var before = await AddressAsync();

        await IpAsync("link", "add", "hrn-low", "address", "02:00:00:00:00:01", "type", "veth", "peer", "name", "hrn-low-peer");
        try
        {
            await IpAsync("link", "set", "hrn-low", "master", Bridge.Name, "up");
            Assert.Equal(before, await AddressAsync());
        }
        finally
        {
            await IpAsync("link", "delete", "hrn-low");
        }

        Assert.Equal(before, await AddressAsync());
    }

    private static Task IpAsync(params string[] arguments) => RunAsync("ip", arguments, noEcho: true, ct: TestContext.Current.CancellationToken);

    private static Task<string> AddressAsync() => File.ReadAllTextAsync($"/sys/class/net/{Bridge.Name}/address", TestContext.Current.CancellationToken);
}

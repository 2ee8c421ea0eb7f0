using System.Net;
using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class FreeNetworkTests
{
    [Fact]
    public void The_seed_chooses_when_nothing_is_taken()
    {
        Assert.Equal("10.213", FreeNetwork.Choose(21, []));
    }

    [Theory]
    [InlineData("10.213.7.0/24")]
    [InlineData("10.212.0.0/15")]
    public void A_network_that_overlaps_is_passed_over(string taken)
    {
        Assert.Equal("10.214", FreeNetwork.Choose(21, [IPNetwork.Parse(taken)]));
    }

    [Fact]
    public void A_machine_whose_interfaces_cover_everything_is_an_error()
    {
        Assert.Throws<BuildFailedException>(() => FreeNetwork.Choose(21, [IPNetwork.Parse("10.0.0.0/8")]));
    }

    [Fact]
    public void The_loopback_is_among_the_taken_ones()
    {
        Assert.Contains(IPNetwork.Parse("127.0.0.0/8"), FreeNetwork.Taken(except: ""));
    }
}

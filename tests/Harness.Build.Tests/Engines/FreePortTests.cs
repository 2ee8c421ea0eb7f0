using System.Net;
using System.Net.Sockets;
using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class FreePortTests
{
    [Fact]
    public void The_same_clone_gets_the_same_port()
    {
        Assert.Equal(FreePort.Choose(4805, _ => true), FreePort.Choose(4805, _ => true));
    }

    [Fact]
    public void Taken_ports_are_passed_over_and_the_search_wraps_around()
    {
        Assert.Equal(20002, FreePort.Choose(9999, port => port is not 29999 and not 20000 and not 20001));
    }

    [Fact]
    public void A_machine_without_a_free_port_is_an_error_that_names_the_range()
    {
        var failure = Assert.Throws<BuildFailedException>(() => FreePort.Choose(0, _ => false));

        Assert.Equal("None of the ports 20000 to 29999 is free on the loopback.", failure.Message);
    }

    [Fact]
    public void A_port_that_somebody_listens_on_is_not_free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.False(FreePort.IsFree(((IPEndPoint)listener.LocalEndpoint).Port));
    }
}

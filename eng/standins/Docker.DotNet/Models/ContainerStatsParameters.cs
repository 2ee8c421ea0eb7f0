namespace Docker.DotNet.Models;

public class ContainerStatsParameters
{
    public bool Stream { get; set; } = true;
}

namespace Docker.DotNet.Models;

public class ContainerKillParameters
{
    public string Signal { get; set; }
}

namespace Docker.DotNet.Models;

public class ContainerAttachParameters
{
    public bool? Stream { get; set; }

    public bool? Stdin { get; set; }

    public bool? Stdout { get; set; }

    public bool? Stderr { get; set; }

    public string DetachKeys { get; set; }
}

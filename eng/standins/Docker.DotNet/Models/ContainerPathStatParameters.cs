namespace Docker.DotNet.Models;

public class ContainerPathStatParameters
{
    public string Path { get; set; }

    public bool? AllowOverwriteDirWithFile { get; set; }
}

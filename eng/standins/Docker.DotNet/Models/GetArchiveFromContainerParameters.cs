namespace Docker.DotNet.Models;

public class GetArchiveFromContainerParameters
{
    public string Path { get; set; }
}

namespace Docker.DotNet.Models;

public class VolumesCreateParameters
{
    public string Name { get; set; }

    public string Driver { get; set; }

    public IDictionary<string, string> DriverOpts { get; set; }

    public IDictionary<string, string> Labels { get; set; }
}

namespace Docker.DotNet.Models;

public class VolumesListParameters
{
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}

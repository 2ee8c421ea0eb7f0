namespace Docker.DotNet.Models;

public class NetworksListParameters
{
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}

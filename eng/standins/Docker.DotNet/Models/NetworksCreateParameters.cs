namespace Docker.DotNet.Models;

public class NetworksCreateParameters
{
    public bool CheckDuplicate { get; set; }

    public string Driver { get; set; }

    public string Scope { get; set; }

    public bool EnableIPv6 { get; set; }

    public IPAM IPAM { get; set; }

    public bool Internal { get; set; }

    public bool Attachable { get; set; }

    public IDictionary<string, string> Options { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public string Name { get; set; }
}

namespace Docker.DotNet.Models;

/// <summary>A health check; <c>NONE</c> as its only word switches the image's own off.</summary>
public class HealthConfig
{
    public IList<string> Test { get; set; }
}

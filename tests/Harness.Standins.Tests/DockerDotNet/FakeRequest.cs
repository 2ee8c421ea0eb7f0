namespace Harness.Standins.Tests.DockerDotNet;

/// <summary>A request as it came over the wire.</summary>
public sealed record FakeRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string this[string header] => Headers.GetValueOrDefault(header, "");
}

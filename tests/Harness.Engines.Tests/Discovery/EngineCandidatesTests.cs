using System.Security.Cryptography;
using System.Text;
using Harness.Engines.Discovery;

namespace Harness.Engines.Tests.Discovery;

public class EngineCandidatesTests
{
    [Fact]
    public void Without_a_word_from_anybody_the_default_sockets_are_looked_at_rootful_first()
    {
        var found = List(new() { ["HOME"] = "/home/u", ["XDG_RUNTIME_DIR"] = "/run/user/1000" });

        Assert.Equal(
            [
                "unix:///var/run/docker.sock",
                "unix:///run/user/1000/docker.sock",
                "unix:///home/u/.docker/run/docker.sock",
                "unix:///home/u/.docker/desktop/docker.sock",
            ],
            found.Select(candidate => candidate.Address));
        Assert.All(found, candidate => Assert.False(candidate.IsConfigured));
    }

    [Fact]
    public void DOCKER_HOST_is_the_only_candidate_when_it_is_set()
    {
        var environment = new Dictionary<string, string> { ["DOCKER_HOST"] = "tcp://127.0.0.1:2375", ["DOCKER_CONTEXT"] = "remote" };

        var only = Assert.Single(List(environment));

        Assert.Equal(new EngineCandidate("DOCKER_HOST", "tcp://127.0.0.1:2375", new Uri("tcp://127.0.0.1:2375"), null, true), only);
    }

    [Fact]
    public void Credentials_in_an_address_are_not_shown() =>
        Assert.Equal("tcp://10.0.0.1:2375", Assert.Single(List(new() { ["DOCKER_HOST"] = "tcp://user:word@10.0.0.1:2375" })).Address);

    [Theory]
    [InlineData("ssh://me@host", "ssh:// addresses are not supported; unix:// and tcp:// are")]
    [InlineData("docker.sock", "this is no address; 'unix:///path' and 'tcp://host:port' are")]
    public void An_address_that_cannot_be_used_says_why(string address, string expected)
    {
        var only = Assert.Single(List(new() { ["DOCKER_HOST"] = address }));

        Assert.Null(only.Endpoint);
        Assert.Equal(expected, only.Unusable);
    }

    [Theory]
    [InlineData("DOCKER_CONTEXT")]
    [InlineData(null)]
    public void A_context_named_by_environment_or_configuration_is_the_only_candidate(string? variable)
    {
        var environment = new Dictionary<string, string> { ["HOME"] = "/home/u" };
        var files = new Dictionary<string, string>
        {
            [Meta("remote")] = """{"Name":"remote","Endpoints":{"docker":{"Host":"tcp://10.0.0.1:2375","SkipTLSVerify":false}}}""",
        };
        if (variable is null)
            files["/home/u/.docker/config.json"] = """{"currentContext":"remote"}""";
        else
            environment[variable] = "remote";

        var only = Assert.Single(List(environment, files));

        Assert.Equal("docker context 'remote'", only.Source);
        Assert.Equal(new Uri("tcp://10.0.0.1:2375"), only.Endpoint);
        Assert.True(only.IsConfigured);
    }

    [Fact]
    public void A_context_that_does_not_exist_is_not_replaced_by_a_default()
    {
        var only = Assert.Single(List(new() { ["HOME"] = "/home/u", ["DOCKER_CONTEXT"] = "remote" }));

        Assert.Equal($"there is no such context ({Meta("remote")} is missing); 'docker context ls' lists them", only.Unusable);
    }

    [Theory]
    [InlineData("""{"currentContext":"default"}""")]
    [InlineData("""{"auths":{}}""")]
    [InlineData("not json")]
    public void A_configuration_without_a_context_leaves_the_defaults(string config) =>
        Assert.Equal(3, List(new() { ["HOME"] = "/home/u" }, new() { ["/home/u/.docker/config.json"] = config }).Count);

    private static string Meta(string name) =>
        $"/home/u/.docker/contexts/meta/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}/meta.json";

    private static IReadOnlyList<EngineCandidate> List(Dictionary<string, string> environment, Dictionary<string, string>? files = null) =>
        EngineCandidates.List(environment, path => files?.GetValueOrDefault(path));
}

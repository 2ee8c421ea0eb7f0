using System.Security.Cryptography;
using System.Text;
using Harness.Engines.Discovery;

namespace Harness.Engines.Tests.Discovery;

public class EngineCandidatesTests
{
    private static readonly string[] DockerSockets =
    [
        "unix:///var/run/docker.sock",
        "unix:///run/user/1000/docker.sock",
        "unix:///home/u/.docker/run/docker.sock",
        "unix:///home/u/.docker/desktop/docker.sock",
    ];

    private static readonly string[] PodmanSockets = ["unix:///run/podman/podman.sock", "unix:///run/user/1000/podman/podman.sock"];

    [Fact]
    public void Without_a_word_from_anybody_the_default_sockets_are_looked_at_Dockers_and_rootful_ones_first_and_then_the_commands()
    {
        var found = List(EngineChoice.Auto, Home);

        Assert.Equal([.. DockerSockets, .. PodmanSockets, "docker", "podman"], found.Select(candidate => candidate.Address));
        Assert.Equal([null, null, null, null, null, null, "docker", "podman"], found.Select(candidate => candidate.Command));
        Assert.All(found, candidate => Assert.False(candidate.IsConfigured));
    }

    [Fact]
    public void Who_asks_for_a_command_is_given_that_whatever_the_environment_says_for_the_command_reads_it_itself()
    {
        var environment = new Dictionary<string, string>(Home) { ["DOCKER_HOST"] = "tcp://127.0.0.1:2375", ["CONTAINER_HOST"] = "unix:///p.sock" };

        Assert.Equal("docker", Assert.Single(List(EngineChoice.DockerCli, environment)).Command);
        Assert.Equal("podman", Assert.Single(List(EngineChoice.PodmanCli, environment)).Command);
    }

    [Fact]
    public void An_address_behind_ssh_is_left_to_the_docker_command_that_can_go_there() => Assert.Equal(
        [null, "docker"],
        List(EngineChoice.Auto, new(Home) { ["DOCKER_HOST"] = "ssh://me@host" }).Select(candidate => candidate.Command));

    [Fact]
    public void Who_asks_for_one_of_them_is_not_led_to_the_others_sockets()
    {
        Assert.Equal(DockerSockets, List(EngineChoice.Docker, Home).Select(candidate => candidate.Address));
        Assert.Equal(PodmanSockets, List(EngineChoice.Podman, Home).Select(candidate => candidate.Address));
    }

    [Theory]
    [InlineData(EngineChoice.Auto)]
    [InlineData(EngineChoice.Docker)]
    public void DOCKER_HOST_is_the_only_candidate_when_it_is_set(EngineChoice choice)
    {
        var environment = new Dictionary<string, string>
        {
            ["DOCKER_HOST"] = "tcp://127.0.0.1:2375",
            ["DOCKER_CONTEXT"] = "remote",
            ["CONTAINER_HOST"] = "unix:///podman.sock",
        };

        var only = Assert.Single(List(choice, environment));

        Assert.Equal(new EngineCandidate("DOCKER_HOST", "tcp://127.0.0.1:2375", new Uri("tcp://127.0.0.1:2375"), null, true), only);
    }

    [Theory]
    [InlineData(EngineChoice.Auto)]
    [InlineData(EngineChoice.Podman)]
    public void CONTAINER_HOST_is_the_only_candidate_when_it_is_set_and_no_word_of_Dockers_comes_before_it(EngineChoice choice)
    {
        var only = Assert.Single(List(choice, new(Home) { ["CONTAINER_HOST"] = "unix:///podman.sock" }));

        Assert.Equal(("CONTAINER_HOST", "unix:///podman.sock", true), (only.Source, only.Address, only.IsConfigured));
    }

    [Fact]
    public void Who_asks_for_Docker_is_not_led_to_CONTAINER_HOST() =>
        Assert.DoesNotContain(
            List(EngineChoice.Docker, new(Home) { ["CONTAINER_HOST"] = "unix:///podman.sock" }), candidate => candidate.Source == "CONTAINER_HOST");

    [Fact]
    public void Who_asks_for_Podman_may_have_named_it_in_DOCKER_HOST_and_if_not_its_own_sockets_follow()
    {
        var found = List(EngineChoice.Podman, new(Home) { ["DOCKER_HOST"] = "unix:///some.sock" });

        Assert.Equal(["unix:///some.sock", .. PodmanSockets], found.Select(candidate => candidate.Address));
        Assert.All(found, candidate => Assert.False(candidate.IsConfigured));
    }

    [Fact]
    public void Credentials_in_an_address_are_not_shown() =>
        Assert.Equal("tcp://10.0.0.1:2375", Assert.Single(List(EngineChoice.Auto, new() { ["DOCKER_HOST"] = "tcp://user:word@10.0.0.1:2375" })).Address);

    [Theory]
    [InlineData("ssh://me@host", "ssh:// addresses are not supported; forward the socket (ssh -NL /tmp/engine.sock:/var/run/docker.sock HOST) and name unix:///tmp/engine.sock instead, or ask for 'docker-cli'")]
    [InlineData("fd://", "fd:// addresses are not supported; unix:// and tcp:// are")]
    [InlineData("docker.sock", "this is no address; 'unix:///path' and 'tcp://host:port' are")]
    public void An_address_that_cannot_be_used_says_why(string address, string expected)
    {
        var first = List(EngineChoice.Docker, new() { ["DOCKER_HOST"] = address })[0];

        Assert.Null(first.Endpoint);
        Assert.Equal(expected, first.Unusable);
    }

    [Theory]
    [InlineData("DOCKER_CONTEXT")]
    [InlineData(null)]
    public void A_context_named_by_environment_or_configuration_is_the_only_candidate(string? variable)
    {
        var environment = new Dictionary<string, string>(Home) { ["CONTAINER_HOST"] = "unix:///podman.sock" };
        var files = Context();
        if (variable is null)
            files["/home/u/.docker/config.json"] = """{"currentContext":"remote"}""";
        else
            environment[variable] = "remote";

        var only = Assert.Single(List(EngineChoice.Auto, environment, files));

        Assert.Equal("docker context 'remote'", only.Source);
        Assert.Equal(new Uri("tcp://10.0.0.1:2376"), only.Endpoint);
        Assert.True(only.IsConfigured);
        Assert.Null(only.Tls);
    }

    [Fact]
    public void A_context_that_does_not_exist_is_not_replaced_by_a_default()
    {
        var only = Assert.Single(List(EngineChoice.Auto, new(Home) { ["DOCKER_CONTEXT"] = "remote" }));

        Assert.Equal($"there is no such context ({Meta("remote")} is missing); 'docker context ls' lists them", only.Unusable);
    }

    [Theory]
    [InlineData("""{"currentContext":"default"}""")]
    [InlineData("""{"auths":{}}""")]
    [InlineData("not json")]
    public void A_configuration_without_a_context_leaves_the_defaults(string config) =>
        Assert.Equal(8, List(EngineChoice.Auto, Home, new() { ["/home/u/.docker/config.json"] = config }).Count);

    [Fact]
    public void DOCKER_TLS_VERIFY_secures_an_address_on_the_network_with_the_files_in_DOCKER_CERT_PATH()
    {
        var environment = new Dictionary<string, string>
        {
            ["DOCKER_HOST"] = "tcp://10.0.0.1:2376",
            ["DOCKER_TLS_VERIFY"] = "1",
            ["DOCKER_CERT_PATH"] = "/certs/",
        };
        var files = new[] { "/certs/ca.pem", "/certs/cert.pem", "/certs/key.pem" };

        var only = Assert.Single(List(EngineChoice.Auto, environment, files.ToDictionary(file => file, _ => "")));

        Assert.Equal(new TlsFiles(files[0], files[1], files[2], Verify: true), only.Tls);
        environment["DOCKER_HOST"] = "unix:///var/run/docker.sock";
        Assert.Null(Assert.Single(List(EngineChoice.Auto, environment)).Tls);
    }

    [Fact]
    public void Without_DOCKER_CERT_PATH_the_certificates_are_beside_dockers_configuration()
    {
        var environment = new Dictionary<string, string>(Home) { ["DOCKER_HOST"] = "tcp://10.0.0.1:2376", ["DOCKER_TLS_VERIFY"] = "1" };

        var only = Assert.Single(List(EngineChoice.Auto, environment, new() { ["/home/u/.docker/ca.pem"] = "" }));

        Assert.Equal(new TlsFiles("/home/u/.docker/ca.pem", null, null, Verify: true), only.Tls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_contexts_own_certificates_are_used(bool skipVerify)
    {
        var folder = $"/home/u/.docker/contexts/tls/{Hash("remote")}/docker";
        var files = Context(skipVerify);
        foreach (var name in new[] { "ca.pem", "cert.pem", "key.pem" })
            files[$"{folder}/{name}"] = "";

        var only = Assert.Single(List(EngineChoice.Auto, new(Home) { ["DOCKER_CONTEXT"] = "remote" }, files));

        Assert.Equal(new TlsFiles($"{folder}/ca.pem", $"{folder}/cert.pem", $"{folder}/key.pem", !skipVerify), only.Tls);
    }

    private static Dictionary<string, string> Home => new() { ["HOME"] = "/home/u", ["XDG_RUNTIME_DIR"] = "/run/user/1000" };

    private static Dictionary<string, string> Context(bool skipVerify = false) => new()
    {
        [Meta("remote")] =
            """{"Name":"remote","Endpoints":{"docker":{"Host":"tcp://10.0.0.1:2376","SkipTLSVerify":SKIP}}}"""
                .Replace("SKIP", skipVerify ? "true" : "false", StringComparison.Ordinal),
    };

    private static string Meta(string name) => $"/home/u/.docker/contexts/meta/{Hash(name)}/meta.json";

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static IReadOnlyList<EngineCandidate> List(
        EngineChoice choice, Dictionary<string, string> environment, Dictionary<string, string>? files = null) =>
        EngineCandidates.List(choice, environment, path => files?.GetValueOrDefault(path));
}

using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class EngineCandidatesTests
{
    private const string Private = "unix:///clone/docker.sock";

    [Fact]
    public void DOCKER_HOST_is_the_only_candidate_when_it_is_set()
    {
        Assert.Equal(["tcp://elsewhere:2375"], InOrder(("DOCKER_HOST", "tcp://elsewhere:2375"), ("HOME", "/root")));
    }

    [Fact]
    public void DOCKER_HOST_of_an_earlier_private_engine_is_no_choice()
    {
        Assert.Contains("unix:///var/run/docker.sock", InOrder(("DOCKER_HOST", Private)));
    }

    [Fact]
    public void The_private_engine_comes_before_the_default_sockets()
    {
        Assert.Equal(
            [
                Private,
                "unix:///var/run/docker.sock",
                "unix:///run/user/1000/docker.sock",
                "unix:///run/user/1000/podman/podman.sock",
                "unix:///home/ada/.docker/run/docker.sock",
                "unix:///run/podman/podman.sock",
            ],
            InOrder(("XDG_RUNTIME_DIR", "/run/user/1000"), ("HOME", "/home/ada")));
    }

    private static IReadOnlyList<string> InOrder(params (string Name, string Value)[] environment) => EngineCandidates.InOrder(
        name => environment.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(),
        Private);
}

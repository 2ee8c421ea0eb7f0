using System.Net;
using Docker.DotNet;
using Harness.Engines.Podman;

namespace Harness.Engines.Tests.Podman;

public class PodmanErrorsTests
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "can only kill running containers. 92be is in state exited: container state improper", true)]
    [InlineData(HttpStatusCode.InternalServerError, "container 92be does not exist in database: no such container", true)]
    [InlineData(HttpStatusCode.NotFound, "no container with name or ID \"92be\" found: no such container", true)]
    [InlineData(HttpStatusCode.InternalServerError, "OCI runtime error", false)]
    public void What_has_ended_or_gone_is_recognised_whatever_the_status(HttpStatusCode status, string message, bool expected) =>
        Assert.Equal(expected, PodmanErrors.IsGone(new DockerApiException(status, $$"""{"message":{{System.Text.Json.JsonSerializer.Serialize(message)}}}""")));

    [Fact]
    public void A_missing_init_is_told_with_what_helps()
    {
        var error = new EngineException(
            EngineFault.ContainerStartFailed, "container create: container-init binary not found on the host: stat /usr/libexec/podman/catatonit");

        Assert.True(PodmanErrors.IsMissingInit(error));
        Assert.Equal(
            $"{error.Message}. Install the package catatonit, or name another init (init_path in containers.conf).",
            PodmanErrors.MissingInit(error).Message);
    }
}

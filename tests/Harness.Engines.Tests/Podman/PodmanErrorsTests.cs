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
}

using System.Net;

namespace Docker.DotNet;

/// <summary>No such container or exec instance.</summary>
public class DockerContainerNotFoundException(HttpStatusCode statusCode, string responseBody)
    : DockerApiException(statusCode, responseBody);

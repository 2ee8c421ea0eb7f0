using System.Net;

namespace Docker.DotNet;

/// <summary>No such image.</summary>
public class DockerImageNotFoundException(HttpStatusCode statusCode, string body) : DockerApiException(statusCode, body);

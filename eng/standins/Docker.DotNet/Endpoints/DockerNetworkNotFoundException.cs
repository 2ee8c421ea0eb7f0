using System.Net;

namespace Docker.DotNet;

/// <summary>No such network.</summary>
public class DockerNetworkNotFoundException(HttpStatusCode statusCode, string responseBody) : DockerApiException(statusCode, responseBody);

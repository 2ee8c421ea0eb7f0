namespace Docker.DotNet;

/// <summary>An engine's API, by kind of resource.</summary>
public interface IDockerClient : IDisposable
{
    DockerClientConfiguration Configuration { get; }

    /// <summary>How long an ordinary request may take. Streams, waits and stops have no limit but their token.</summary>
    TimeSpan DefaultTimeout { get; set; }

    IContainerOperations Containers { get; }

    IImageOperations Images { get; }

    INetworkOperations Networks { get; }

    IVolumeOperations Volumes { get; }

    ISystemOperations System { get; }

    IExecOperations Exec { get; }
}

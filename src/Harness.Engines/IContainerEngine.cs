namespace Harness.Engines;

/// <summary>
/// One container engine, resource by resource, without policy: no retries, no timeouts of its own, no clean-up.
/// Environment failures are <see cref="EngineException"/>; removing or killing what is gone is no failure.
/// </summary>
public interface IContainerEngine : IAsyncDisposable
{
    /// <summary>What the engine said of itself when it was connected to.</summary>
    EngineInfo Info { get; }

    /// <summary>Asks for a sign of life.</summary>
    Task PingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks whether the engine lacks the init program that every container is created with, as far as that can be known without an image;
    /// null when it does not, else its words. Nothing is created.
    /// </summary>
    Task<string?> FindMissingInitAsync(CancellationToken cancellationToken);

    /// <summary>Looks an image up on the engine; null when it is not there.</summary>
    Task<ImageInfo?> FindImageAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Pulls an image once.</summary>
    Task PullImageAsync(string reference, string? platform, IProgress<PullProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Creates a hardened container and returns its id.</summary>
    Task<string> CreateContainerAsync(ContainerSpec spec, CancellationToken cancellationToken);

    /// <summary>Starts a created container.</summary>
    Task StartContainerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the state of a container; null when it is gone.</summary>
    Task<ContainerState?> InspectContainerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs a process in a container to its end; cancelling leaves the process running and only stops listening.</summary>
    Task<ExecExit> ExecAsync(string id, ExecSpec spec, IOutputSink output, CancellationToken cancellationToken);

    /// <summary>Waits until the main process has ended; returns at once when it has.</summary>
    Task WaitContainerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Copies what the main process wrote.</summary>
    Task ReadLogsAsync(string id, IOutputSink output, CancellationToken cancellationToken);

    /// <summary>Sends a signal (number) to the main process.</summary>
    Task KillContainerAsync(string id, int signal, CancellationToken cancellationToken);

    /// <summary>Takes the container off its networks and returns their names; none when it is on none or gone.</summary>
    Task<IReadOnlyList<string>> DisconnectContainerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Puts a container that was created with a network, and taken off, back on it.</summary>
    Task ConnectContainerAsync(string id, IReadOnlyList<string> networks, CancellationToken cancellationToken);

    /// <summary>Removes a container with its anonymous volumes, running or not; false when it was gone already.</summary>
    Task<bool> RemoveContainerAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists containers, ended ones included, that carry all the labels; an empty value asks for the key only.</summary>
    Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken);

    /// <summary>
    /// Events of the containers that carry the label, from now on, until cancelled or the connection breaks.
    /// <paramref name="subscribed"/> is called once the engine has answered, before any event.
    /// </summary>
    IAsyncEnumerable<EngineEvent> WatchEventsAsync(string labelKey, string labelValue, Action subscribed, CancellationToken cancellationToken);
}

using System.Net.Sockets;
using Harness.Engines.Cli;
using Harness.Engines.Docker;

namespace Harness.Engines.Discovery;

/// <summary>Finds an engine and connects to it.</summary>
public static class EngineConnector
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Tries the places in their order and takes the first that answers.</summary>
    /// <param name="choice">Which engine is wanted.</param>
    /// <param name="environment">The caller's environment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">
    /// There is none, none answers, or it refuses this user; the message says what was tried and what helps.
    /// </exception>
    public static async Task<EngineConnection> ConnectAsync(
        EngineChoice choice, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var passedOver = new List<EngineAttempt>();
        foreach (var candidate in EngineCandidates.List(choice, environment, ReadFile))
        {
            var (engine, attempt) = await TryAsync(choice, candidate, environment, cancellationToken);
            if (engine is not null)
                return new EngineConnection(engine, candidate, passedOver);
            passedOver.Add(attempt!);
        }

        throw EngineRefusal.From(choice, passedOver);
    }

    private static async Task<(IContainerEngine? Engine, EngineAttempt? Attempt)> TryAsync(
        EngineChoice choice, EngineCandidate candidate, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (candidate is { Endpoint: null, Command: null })
            return (null, new(candidate, EngineFault.EngineNotFound, candidate.Unusable ?? "it has no address"));
        if (candidate.Endpoint is { Scheme: "unix" } socket && !File.Exists(socket.LocalPath) && !(candidate.IsConfigured && IsHidden(socket.LocalPath)))
        {
            // Somebody configured it, so there should be an engine; at a default place there need not be.
            var absent = candidate.IsConfigured ? EngineFault.EngineNotRunning : EngineFault.EngineNotFound;
            return (null, new(candidate, absent, "there is no such socket"));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var engine = await OpenAsync(candidate, environment, limit.Token);
            if (Unwanted(choice, engine.Info.Kind) is not { } reason)
                return (engine, null);
            await engine.DisposeAsync();
            return (null, new(candidate, EngineFault.EngineNotFound, reason));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(candidate, EngineFault.EngineNotRunning, $"it did not answer within {Patience.TotalSeconds} s"));
        }
        catch (EngineException e)
        {
            return (null, Explain(candidate, e));
        }
    }

    // In a folder that this user may not look into; connecting then tells the truth.
    private static bool IsHidden(string path)
    {
        try
        {
            File.GetAttributes(path);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false; // not there
        }
    }

    private static async Task<IContainerEngine> OpenAsync(
        EngineCandidate candidate, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken) =>
        candidate.Command is { } command
            ? await CliEngine.ConnectAsync(command, environment, cancellationToken)
            : await ApiEngine.ConnectAsync(new ApiAddress(candidate.Endpoint!, candidate.Tls), cancellationToken);

    // Both answer to Docker's API, and to its command line: whatever has answered says which of the two it is.
    private static string? Unwanted(EngineChoice choice, EngineKind found) => (choice, found) switch
    {
        (EngineChoice.Docker, EngineKind.Podman) => "it is Podman, and 'docker' was asked for; 'podman' and 'auto' take it",
        (EngineChoice.Podman, EngineKind.Docker) => "it is Docker, and 'podman' was asked for; 'docker' and 'auto' take it",
        (EngineChoice.DockerCli, EngineKind.PodmanCli) => "it is Podman, and 'docker-cli' was asked for; 'podman-cli' and 'auto' take it",
        (EngineChoice.PodmanCli, EngineKind.DockerCli) => "it is Docker, and 'podman-cli' was asked for; 'docker-cli' and 'auto' take it",
        _ => null,
    };

    private static EngineAttempt Explain(EngineCandidate candidate, EngineException error) => DockerErrors.SocketError(error) switch
    {
        SocketError.AccessDenied => new(candidate, EngineFault.EnginePermission, "permission denied"),
        SocketError.ConnectionRefused => new(candidate, EngineFault.EngineNotRunning, "nothing listens there (connection refused)"),
        { } other => new(candidate, EngineFault.EngineNotRunning, $"it cannot be reached ({other})"),
        null when error.Fault is EngineFault.EngineNotFound or EngineFault.EnginePermission => new(candidate, error.Fault, error.Message),
        null => new(candidate, EngineFault.EngineNotRunning, error.Message),
    };

    private static string? ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

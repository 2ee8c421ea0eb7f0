using System.Net.Sockets;
using System.Text;
using Harness.Engines.Docker;

namespace Harness.Engines.Discovery;

/// <summary>Finds an engine and connects to it.</summary>
public static class EngineConnector
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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
        if (choice is not (EngineChoice.Auto or EngineChoice.Docker))
        {
            throw new EngineException(
                EngineFault.EngineNotFound,
                $"The engine '{Name(choice)}' is not available yet; 'docker' (through its API) and 'auto' are.");
        }

        var passedOver = new List<EngineAttempt>();
        foreach (var candidate in EngineCandidates.List(environment, ReadFile))
        {
            var (engine, attempt) = await TryAsync(candidate, cancellationToken);
            if (engine is not null)
                return new EngineConnection(engine, candidate, passedOver);
            passedOver.Add(attempt!);
        }

        throw Failure(passedOver);
    }

    /// <summary>The failure that tells most: a refusal before a silence, a silence before an absence.</summary>
    internal static EngineException Failure(IReadOnlyList<EngineAttempt> attempts)
    {
        var fault = attempts.Any(a => a.Fault == EngineFault.EnginePermission) ? EngineFault.EnginePermission
            : attempts.Any(a => a.Fault == EngineFault.EngineNotRunning) ? EngineFault.EngineNotRunning
            : EngineFault.EngineNotFound;
        var text = new StringBuilder(fault switch
        {
            EngineFault.EnginePermission =>
                "The container engine refuses this user. "
                + "Add the user to the socket's group (sudo usermod -aG docker $USER, then log in again), or run as root.",
            EngineFault.EngineNotRunning =>
                "The container engine does not answer. "
                + "Start it (sudo systemctl start docker), or correct DOCKER_HOST or the docker context.",
            _ => "No container engine was found. Install Docker, or set DOCKER_HOST to one.",
        });
        text.Append(" Looked at:");
        foreach (var (candidate, _, reason) in attempts)
            text.Append(' ').Append($"{candidate.Source} {candidate.Address}".Trim()).Append(": ").Append(reason).Append(';');
        text[^1] = '.';
        return new EngineException(fault, text.ToString());
    }

    private static async Task<(IContainerEngine? Engine, EngineAttempt? Attempt)> TryAsync(
        EngineCandidate candidate, CancellationToken cancellationToken)
    {
        if (candidate.Endpoint is not { } endpoint)
            return (null, new(candidate, EngineFault.EngineNotFound, candidate.Unusable ?? "it has no address"));
        if (endpoint.Scheme == "unix" && !File.Exists(endpoint.LocalPath))
        {
            // Somebody configured it, so there should be an engine; at a default place there need not be.
            var absent = candidate.IsConfigured ? EngineFault.EngineNotRunning : EngineFault.EngineNotFound;
            return (null, new(candidate, absent, "there is no such socket"));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return (await DockerEngine.ConnectAsync(endpoint, limit.Token), null);
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

    private static EngineAttempt Explain(EngineCandidate candidate, EngineException error) => DockerErrors.SocketError(error) switch
    {
        SocketError.AccessDenied => new(candidate, EngineFault.EnginePermission, "permission denied"),
        SocketError.ConnectionRefused => new(candidate, EngineFault.EngineNotRunning, "nothing listens there (connection refused)"),
        { } other => new(candidate, EngineFault.EngineNotRunning, $"it cannot be reached ({other})"),
        null when error.Fault == EngineFault.EngineNotFound => new(candidate, error.Fault, error.Message),
        null => new(candidate, EngineFault.EngineNotRunning, error.Message),
    };

    private static string Name(EngineChoice choice) => choice switch
    {
        EngineChoice.DockerCli => "docker-cli",
        EngineChoice.PodmanCli => "podman-cli",
        _ => choice.ToString().ToLowerInvariant(),
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

using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Docker.DotNet;

namespace Harness.Engines.Docker;

/// <summary>Turns what the Engine API and its socket throw into <see cref="EngineException"/>, in the engine's own words.</summary>
internal static class DockerErrors
{
    /// <summary>
    /// Runs a request; <paramref name="refused"/> names the fault of a refusal (status 4xx or 5xx) that has no name by its text.
    /// </summary>
    public static async Task<T> Translate<T>(Func<Task<T>> request, EngineFault refused, CancellationToken cancellationToken)
    {
        try
        {
            return await request();
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && IsConnection(e))
        {
            // A request that is cut off may end in whatever its connection throws.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (Exception e) when (Find(e, refused) is { } known)
        {
            throw known;
        }
    }

    /// <inheritdoc cref="Translate{T}"/>
    public static Task Translate(Func<Task> request, EngineFault refused, CancellationToken cancellationToken) => Translate(
        async () =>
        {
            await request();
            return true;
        },
        refused,
        cancellationToken);

    /// <summary>Whether it was the connection that failed, and not the engine that refused.</summary>
    public static bool IsConnectionLoss(EngineException exception) =>
        exception is { Fault: EngineFault.EngineLost, InnerException: not DockerApiException };

    /// <summary>The socket error behind an exception; null if there is none.</summary>
    public static SocketError? SocketError(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is SocketException socket)
                return socket.SocketErrorCode;
        }

        return null;
    }

    /// <summary>Whether the engine said that the thing asked for is not there; Podman may do so with status 500 as it is going.</summary>
    public static bool IsNotFound(DockerApiException exception) =>
        exception.StatusCode == HttpStatusCode.NotFound || Named(Words(exception)) == EngineFault.ContainerRemoved;

    /// <summary>Whether the engine said that the container has ended or gone.</summary>
    public static bool IsGone(DockerApiException exception) => IsNotFound(exception) || exception.StatusCode == HttpStatusCode.Conflict;

    /// <summary>The fault that a refusal's words name; null when they name none.</summary>
    public static EngineFault? Named(string words)
    {
        // The last of each is Podman's.
        if (Says("No such container") || Says("No such exec instance") || Says("no such exec session"))
            return EngineFault.ContainerRemoved;
        if (Says("No such image") || Says("image not known"))
            return EngineFault.ImageNotFound;
        if (Says("does not match the specified platform") || Says("no matching manifest for"))
            return EngineFault.PlatformMismatch;
        return null;

        bool Says(string text) => words.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    // Null when it is a bug, or the caller's own cancellation.
    private static EngineException? Find(Exception exception, EngineFault refused)
    {
        if (exception is DockerApiException api)
        {
            var words = Words(api);
            return new EngineException(Named(words) ?? refused, words, api);
        }

        if (exception is AuthenticationException tls)
            return new EngineException(EngineFault.EngineNotRunning, $"its certificate is not trusted, or ours not by it: {tls.Message}", tls);

        return IsConnection(exception)
            ? new EngineException(EngineFault.EngineLost, $"The engine does not answer any more: {Innermost(exception).Message}", exception)
            : null;
    }

    private static bool IsConnection(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException
        || (exception is OperationCanceledException && exception.InnerException is TimeoutException);

    // The "message" of an error answer; its whole body when it is not the engine's JSON.
    private static string Words(DockerApiException exception)
    {
        var body = exception.ResponseBody?.Trim() ?? "";
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("message", out var message)
                && message.GetString() is { Length: > 0 } words)
                return words.Trim();
        }
        catch (JsonException)
        {
            // A proxy in between answers in its own format; the status and the text are all there is.
        }

        var status = (int)exception.StatusCode;
        return body.Length == 0 ? $"the engine answered with status {status}" : $"status {status}: {body}";
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Harness.Engines.Discovery;

/// <summary>The docker context that is in force, read from the docker command's own files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">Its address; null when it could not be read.</param>
/// <param name="Problem">Why not; null when it could.</param>
/// <param name="Tls">The certificates that belong to it; null: none.</param>
internal sealed record DockerContext(string Name, string? Host, string? Problem, TlsFiles? Tls = null)
{
    /// <summary>The context that <c>DOCKER_CONTEXT</c> or the configuration names; null when that is none or the default one.</summary>
    public static DockerContext? Find(IReadOnlyDictionary<string, string> environment, Func<string, string?> readFile)
    {
        if (Folder(environment) is not { } folder)
            return null;

        var name = environment.GetValueOrDefault("DOCKER_CONTEXT");
        if (string.IsNullOrEmpty(name))
            name = Text(readFile($"{folder}/config.json"), "currentContext");
        if (name is null or "" or "default")
            return null;

        // The folder's name is the hash of the context's.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var path = $"{folder}/contexts/meta/{hash}/meta.json";
        if (readFile(path) is not { } meta)
            return new(name, null, $"there is no such context ({path} is missing); 'docker context ls' lists them");
        if (Text(meta, "Endpoints", "docker", "Host") is not { Length: > 0 } host)
            return new(name, null, $"{path} names no docker endpoint");
        var skipVerify = Text(meta, "Endpoints", "docker", "SkipTLSVerify") == "true";
        return new(name, host, null, DockerTls.FromContext($"{folder}/contexts/tls/{hash}/docker", skipVerify, readFile));
    }

    /// <summary>Where the docker command keeps its files; null where it has no home.</summary>
    public static string? Folder(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("DOCKER_CONFIG") is { Length: > 0 } folder ? folder.TrimEnd('/')
        : environment.GetValueOrDefault("HOME") is { Length: > 0 } home ? home.TrimEnd('/') + "/.docker"
        : null;

    // Text, or the text of a truth value. Null also for a file that is no JSON: the docker command, too, goes on with its defaults then.
    private static string? Text(string? json, params ReadOnlySpan<string> path)
    {
        if (json is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var element = document.RootElement;
            foreach (var name in path)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                    return null;
            }

            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

namespace Harness.Engines;

/// <summary>The choices of engine by the names that users write.</summary>
public static class EngineChoices
{
    private static readonly Known[] All =
    [
        new("auto", EngineChoice.Auto),
        new("docker", EngineChoice.Docker),
        new("podman", EngineChoice.Podman),
        new("docker-cli", EngineChoice.DockerCli),
        new("podman-cli", EngineChoice.PodmanCli),
    ];

    /// <summary>All names, as a sentence lists them.</summary>
    public static string Names { get; } = $"{string.Join(", ", All[..^1].Select(pair => pair.Name))} or {All[^1].Name}";

    /// <summary>The name of a choice.</summary>
    public static string Name(EngineChoice choice) => All.Single(pair => pair.Choice == choice).Name;

    /// <summary>The choice of that name; null when there is none.</summary>
    public static EngineChoice? Find(string name)
    {
        foreach (var (known, choice) in All)
        {
            if (known == name)
                return choice;
        }

        return null;
    }

    private sealed record Known(string Name, EngineChoice Choice);
}

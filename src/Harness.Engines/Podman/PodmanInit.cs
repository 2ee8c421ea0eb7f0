namespace Harness.Engines.Podman;

/// <summary>
/// The init program that Podman gives to containers: some packages of Podman leave it out, Podman has a path of its own to look at, and
/// says of it nothing until a container is asked for.
/// </summary>
public static class PodmanInit
{
    /// <summary>No file system can be here, so that a container that is asked for with it is never made; the init is looked for before that.</summary>
    internal const string NoRoot = "/dev/null/none";

    /// <summary>Whether a refusal is for want of it.</summary>
    public static bool IsMissing(string refusal) => refusal.Contains("container-init binary not found", StringComparison.Ordinal);

    /// <summary>Asks for a container that cannot be made, and returns Podman's words when the init is what it lacks; null when it is not.</summary>
    internal static async Task<string?> FindMissingAsync(Func<Task> create)
    {
        try
        {
            await create();
            return null;
        }
        catch (EngineException e) when (e.Fault == EngineFault.ContainerStartFailed)
        {
            return IsMissing(e.Message) ? e.Message : null; // else it came as far as the root
        }
    }
}

namespace Harness.Engines.Sandboxes;

/// <summary>How long the sandbox waits for what others do. None of them delays a command that ends by itself.</summary>
internal static class SandboxTimes
{
    /// <summary>Between SIGTERM and SIGKILL.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>For the killed container's last stream to end.</summary>
    public static readonly TimeSpan ContainerKill = TimeSpan.FromMilliseconds(300);

    /// <summary>For output that is still under way when the container has ended.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

    /// <summary>For what has been let go of to end, and before a refused removal is tried again.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);

    /// <summary>Between attempts to reach an engine that went away.</summary>
    public static readonly TimeSpan Reconnect = TimeSpan.FromMilliseconds(250);

    /// <summary>For one question to the engine while taking a sandbox down.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    /// <summary>For one question to an engine that did not answer before.</summary>
    public static readonly TimeSpan AnswerOfLost = TimeSpan.FromSeconds(2);

    /// <summary>Of a command, before the engine is asked whether it lives.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    /// <summary>For the creation of a container and for its start, which take milliseconds unless the engine's disk is overloaded.</summary>
    public static readonly TimeSpan Creation = TimeSpan.FromMinutes(1);

    /// <summary>For the removal of a container.</summary>
    public static readonly TimeSpan Removal = TimeSpan.FromSeconds(30);

    /// <summary>Between two readings of the cgroup.</summary>
    public static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(250);
}

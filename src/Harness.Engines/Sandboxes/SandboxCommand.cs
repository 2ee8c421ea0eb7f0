namespace Harness.Engines.Sandboxes;

/// <summary>A command to run in a sandbox.</summary>
public sealed record SandboxCommand
{
    /// <summary>What the kill ledger and the logs call it, such as <c>install</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Added to the sandbox's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Absolute path inside.</summary>
    public string WorkingDirectory { get; init; } = "/tmp";

    /// <summary>How long it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Where its standard output is kept.</summary>
    public required string StandardOutputPath { get; init; }

    /// <summary>Where its standard error is kept.</summary>
    public required string StandardErrorPath { get; init; }

    /// <summary>Bytes kept of each stream, head and tail; the middle is counted only.</summary>
    public required long KeepBytes { get; init; }

    /// <summary>Bytes of both streams together after which it is stopped.</summary>
    public required long AbortBytes { get; init; }

    /// <summary>Ends when the caller has seen something that it does not allow; the command is then stopped. Null: nothing is forbidden.</summary>
    public Task? Forbidden { get; init; }

    /// <summary>Asked when the caller cancels: the signal that the command gets first, before SIGKILL; SIGTERM if not set.</summary>
    public Func<int> InterruptSignal { get; init; } = () => Signals.Terminate;

    /// <summary>Makes the filter of each output stream; null: what is printed is kept as it is.</summary>
    public Func<IOutputFilter>? Filter { get; init; }
}

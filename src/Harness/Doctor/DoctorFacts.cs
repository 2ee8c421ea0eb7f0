using Harness.Engines;
using Harness.Engines.Machine;

namespace Harness.Doctor;

/// <summary>What was found out about engine and machine; the checks judge it.</summary>
internal sealed record DoctorFacts
{
    /// <summary>This machine and this user.</summary>
    public required MachineFacts Machine { get; init; }

    /// <summary>Which engine was asked for.</summary>
    public EngineChoice Choice { get; init; }

    /// <summary>The engine; null when there is none.</summary>
    public EngineInfo? Engine { get; init; }

    /// <summary>What it says for want of an init program, without which it can make no container; null when it has one.</summary>
    public string? MissingInit { get; init; }

    /// <summary>Why there is none.</summary>
    public EngineException? Refusal { get; init; }

    /// <summary>Who may use the socket that refused this user.</summary>
    public SocketFacts? RefusingSocket { get; init; }

    /// <summary>The file system of the engine's data; null when it cannot be seen from here.</summary>
    public StorageFacts? Storage { get; init; }

    /// <summary>How far the engine's clock is ahead of this machine's, at least; null when it does not say.</summary>
    public TimeSpan? Skew { get; init; }
}

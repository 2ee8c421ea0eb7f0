using Harness.Engines.Sandboxes;

namespace Harness.Evidence;

/// <summary>One step of an attempt.</summary>
public sealed record StepResult
{
    /// <summary><c>sanity</c>, <c>toolchain</c>, <c>install</c>, <c>freeze</c> or <c>test:NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Its exit code, where one was read.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The signal that ended it, where that is known.</summary>
    public int? Signal { get; init; }

    /// <summary>How it ended, in full; null when it was not run.</summary>
    public Termination? Termination { get; init; }

    /// <summary>When it started, UTC; null when it was not run.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Its command line, secrets replaced.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Standard output, relative to the suite's artifacts folder.</summary>
    public string? Stdout { get; init; }

    /// <summary>Standard error, relative to the suite's artifacts folder.</summary>
    public string? Stderr { get; init; }

    /// <summary>Bytes of both streams that were counted and not kept.</summary>
    public long TruncatedBytes { get; init; }

    /// <summary>Resources it used.</summary>
    public ResourceUse? Resources { get; init; }

    /// <summary>What it missed, one line for each expectation that did not hold.</summary>
    public IReadOnlyList<string>? Unmet { get; init; }
}

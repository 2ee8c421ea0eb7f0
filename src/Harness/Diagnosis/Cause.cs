namespace Harness.Diagnosis;

/// <summary>Why something did not pass, with what carries that.</summary>
public sealed record Cause
{
    /// <summary>Stable name, such as <c>memory-limit</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Stable code, such as <c>HARN4001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The fact and its cause in one line, with values of this run.</summary>
    public required string Summary { get; init; }

    /// <summary>What speaks for it, strongest first.</summary>
    public IReadOnlyList<EvidenceLine> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>What speaks against it.</summary>
    public IReadOnlyList<EvidenceLine> Contradictions { get; init => field = value ?? []; } = [];

    /// <summary>What would have made it certain; null when it is.</summary>
    public string? WouldSettle { get; init; }

    /// <summary>What to do, with values of this run.</summary>
    public required string Remedy { get; init; }

    /// <summary>The user's file at fault.</summary>
    public string? File { get; init; }

    /// <summary>One-based line in <see cref="File"/>.</summary>
    public int? Line { get; init; }

    /// <summary>One-based column in <see cref="File"/>.</summary>
    public int? Column { get; init; }

    /// <summary>The step it happened in.</summary>
    public string? Step { get; init; }

    /// <summary>What it is about: a package, a test, an image.</summary>
    public string? Subject { get; init; }

    /// <summary>What about the environment brings it about, such as <c>time-zone</c>; known only of runs that vary it.</summary>
    public string? Environment { get; init; }
}

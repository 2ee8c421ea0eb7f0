namespace Harness.Faults.Tests.Lab;

/// <summary>One fault that is made to happen for real, and the cause that must then be named first.</summary>
public sealed record Scenario
{
    /// <summary>The cause's name.</summary>
    public required string Cause { get; init; }

    /// <summary>The step it must be located in; null: none.</summary>
    public required string? Step { get; init; }

    /// <summary>What it must be about; null: not checked.</summary>
    public string? Subject { get; init; }

    /// <summary>A value of this run that the remedy must name.</summary>
    public required string Remedy { get; init; }

    /// <summary>A cause that must follow the first one; null: not checked.</summary>
    public string? Second { get; init; }

    /// <summary>The suite file's keys besides <c>schema name image python tests</c>.</summary>
    public string Keys { get; init; } = "runs: 1\n";

    /// <summary>The suite file's <c>python</c> key; nothing is installed unless it says so.</summary>
    public string Python { get; init; } = "{}";

    /// <summary>Lines of <c>requirements.txt</c>.</summary>
    public string? Requirements { get; init; }

    /// <summary>The suite file's tests, YAML items.</summary>
    public string Tests { get; init; } = "- {name: nothing, run: [\"true\"]}";

    /// <summary>The image; null: the fixture's.</summary>
    public string? Image { get; init; }

    /// <summary>Writes what the suite needs beside its own files.</summary>
    public Action<SuiteBench>? Prepare { get; init; }

    /// <summary>What is done to the run from outside, while it runs.</summary>
    public Func<LiveRun, Task>? Inject { get; init; }

    /// <summary>Changes the caller's environment.</summary>
    public Action<Dictionary<string, string>>? Environment { get; init; }
}

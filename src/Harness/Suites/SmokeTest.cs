namespace Harness.Suites;

/// <summary>One smoke test.</summary>
public sealed record SmokeTest
{
    /// <summary>Unique name within the suite.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments; a string in the file becomes <c>sh -c STRING</c>.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Its own deadline; null: the suite's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Added to the suite's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What makes it pass.</summary>
    public Expectation Expect { get; init; } = new();

    /// <summary>Where it stands in the suite file.</summary>
    public required SourcePosition Position { get; init; }
}

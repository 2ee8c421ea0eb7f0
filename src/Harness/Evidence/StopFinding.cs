namespace Harness.Evidence;

/// <summary>What an install printed that the suite does not allow, and for which it was stopped.</summary>
/// <param name="Rule">The suite's key: <c>source-builds</c>, <c>limits.resolver.rounds</c> or <c>limits.resolver.seconds</c>.</param>
/// <param name="Packages">The packages that it is about.</param>
/// <param name="Text">What was seen.</param>
public sealed record StopFinding(string Rule, IReadOnlyList<string> Packages, string Text)
{
    /// <summary>A package would have been built from source.</summary>
    public const string SourceBuilds = "source-builds";

    /// <summary>Too many versions of packages were tried.</summary>
    public const string Rounds = "limits.resolver.rounds";

    /// <summary>Versions were tried for too long.</summary>
    public const string Seconds = "limits.resolver.seconds";
}

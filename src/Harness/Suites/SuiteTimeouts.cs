namespace Harness.Suites;

/// <summary>Deadlines.</summary>
public sealed record SuiteTimeouts
{
    /// <summary>Of an image pull.</summary>
    public TimeSpan Pull { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Of <c>toolchain</c>, <c>install</c> and <c>freeze</c>, each.</summary>
    public TimeSpan Install { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Of a test that has none of its own, and of <c>sanity</c>.</summary>
    public TimeSpan Test { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Of everything together.</summary>
    public TimeSpan Suite { get; init; } = TimeSpan.FromMinutes(15);
}

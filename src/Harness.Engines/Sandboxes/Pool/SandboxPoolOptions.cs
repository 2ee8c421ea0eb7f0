namespace Harness.Engines.Sandboxes.Pool;

/// <summary>How a <see cref="SandboxPool"/> works ahead.</summary>
public sealed record SandboxPoolOptions
{
    /// <summary>Sandboxes that wait at most; zero: nothing is started ahead.</summary>
    public int Size { get; init; } = 1;

    /// <summary>How long one waits before it is taken down again, so that nobody gets one that stood about for hours.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(10);
}

namespace Harness.Engines.Images;

/// <summary>How images are obtained.</summary>
public sealed record ImageStoreOptions
{
    /// <summary>Whether nothing may be pulled. Default: no.</summary>
    public bool Offline { get; init; }

    /// <summary>How often a pull is tried when it fails for a reason that may pass. Default: 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The pause after the first failed pull; each later one doubles. Default: 2 seconds.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Hears of every step of every pull; may be called from several threads.</summary>
    public Action<ImageReference, PullProgress>? Progress { get; init; }

    /// <summary>Hears of a failed pull that is tried again.</summary>
    public Action<ImageReference, EngineException>? Retrying { get; init; }
}

namespace Harness.Evidence;

/// <summary>What an install came to, as the record keeps it, so that records of different machines can be compared without their folders.</summary>
public sealed record ResolvedEnvironment
{
    /// <summary>Version of Python.</summary>
    public string? Python { get; init; }

    /// <summary>Such as <c>CPython</c>.</summary>
    public string? Implementation { get; init; }

    /// <summary>Version of the pip that installed.</summary>
    public string? Pip { get; init; }

    /// <summary>As <c>uname -m</c> says.</summary>
    public string? Machine { get; init; }

    /// <summary>Name and version of the C library.</summary>
    public string? Libc { get; init; }

    /// <summary>Installed distributions by name; null when they were not recorded.</summary>
    public IReadOnlyList<ResolvedPackage>? Packages { get; init; }
}

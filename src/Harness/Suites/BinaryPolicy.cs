namespace Harness.Suites;

/// <summary>How wheels and source distributions are weighed.</summary>
public enum BinaryPolicy
{
    /// <summary><c>--prefer-binary</c>.</summary>
    Prefer,

    /// <summary><c>--only-binary=:all:</c>.</summary>
    Only,

    /// <summary>pip's own choice.</summary>
    Any,
}

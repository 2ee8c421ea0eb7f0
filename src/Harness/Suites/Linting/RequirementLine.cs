namespace Harness.Suites.Linting;

/// <summary>A line of a requirements or constraints file that asks for a package by name.</summary>
/// <param name="Name">As written.</param>
/// <param name="IsConstraint">Whether it only holds a version down and installs nothing.</param>
/// <param name="IsPinned">Whether it leaves no choice of version: <c>==1.0</c>, <c>===1.0</c>, an address, or a hash.</param>
/// <param name="IsConditional">Whether it has a marker, which only the image's own Python can decide.</param>
/// <param name="IsAddress">Whether it names where the package is, so that no index or wheelhouse is asked.</param>
/// <param name="HasHash">Whether it has a <c>--hash</c>.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record RequirementLine(
    string Name, bool IsConstraint, bool IsPinned, bool IsConditional, bool IsAddress, bool HasHash, SourcePosition Position)
{
    /// <summary>Absolute path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The version, where the line asks for nothing but one plain release (<c>==1.0</c>); else null.</summary>
    public string? Version { get; init; }

    /// <summary>The name in the form in which equal names are equal.</summary>
    public string Key => Reproducibility.PackageName.Normalize(Name);
}

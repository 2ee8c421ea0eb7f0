namespace Harness.Suites.Linting;

/// <summary>What a wheel is for, by the name of its file (https://packaging.python.org/specifications/platform-compatibility-tags/); each is a choice.</summary>
/// <param name="Pythons">Such as <c>cp311</c>, <c>py3</c>.</param>
/// <param name="Abis">Such as <c>cp311</c>, <c>abi3</c>, <c>none</c>.</param>
/// <param name="Platforms">Such as <c>manylinux_2_17_x86_64</c>, <c>any</c>.</param>
internal sealed record WheelTags(IReadOnlyList<string> Pythons, IReadOnlyList<string> Abis, IReadOnlyList<string> Platforms)
{
    /// <summary>The tags in a wheel's name without its ending; null when it has not the parts of one.</summary>
    public static WheelTags? Parse(string stem) => stem.Split('-') is [_, _, .., _, _, _] and { Length: 5 or 6 } parts
        ? new(parts[^3].Split('.'), parts[^2].Split('.'), parts[^1].Split('.'))
        : null;
}

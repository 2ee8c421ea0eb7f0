using System.Globalization;
using System.Text.RegularExpressions;
using Harness.Engines.Images;

namespace Harness.Suites.Linting;

/// <summary>
/// What the suite says about the Python that wheels are for. What it leaves open, such as the platform of the engine, rules no wheel out:
/// only the image itself knows.
/// </summary>
/// <param name="Minor">Minor version of Python 3.</param>
/// <param name="Machine">As wheels name it, such as <c>x86_64</c>.</param>
/// <param name="Musl">Whether the C library is musl.</param>
internal sealed partial record WheelTarget(int? Minor, string? Machine, bool? Musl)
{
    /// <summary>The target of a suite: its platform, and what the tag of an official image of Python promises.</summary>
    public static WheelTarget Of(Suite suite)
    {
        var machine = suite.Platform is { } platform ? MachineOf(platform) : null;
        return ImageReference.TryParse(suite.Image, out var image, out _) && image is { Name: "python", Tag: { } tag }
            && suite.Python.Executable is null && Version().Match(tag) is { Success: true } version
            ? new(int.Parse(version.Groups["minor"].Value, CultureInfo.InvariantCulture), machine, tag.Contains("alpine", StringComparison.Ordinal))
            : new(null, machine, null);
    }

    /// <summary>Whether one of a wheel's combinations may fit.</summary>
    public bool Takes(WheelTags tags) =>
        tags.Platforms.Any(TakesPlatform) && tags.Pythons.Any(python => tags.Abis.Any(abi => TakesPython(python, abi)));

    /// <summary>Such as <c>CPython 3.11 on Linux x86_64 (musl)</c>.</summary>
    public override string ToString() =>
        (Minor is { } minor ? string.Create(CultureInfo.InvariantCulture, $"CPython 3.{minor} on ") : "") + "Linux" + (Machine is null ? "" : " " + Machine)
        + (Musl is not { } musl ? "" : musl ? " (musl)" : " (glibc)");

    private bool TakesPlatform(string platform)
    {
        if (platform == "any")
            return true;
        if (!Linux().IsMatch(platform) || (Machine is not null && !platform.EndsWith("_" + Machine, StringComparison.Ordinal)))
            return false;
        return Musl is not { } musl || !platform.StartsWith(musl ? "manylinux" : "musllinux", StringComparison.Ordinal);
    }

    private bool TakesPython(string python, string abi)
    {
        if (Minor is not { } minor || Tag().Match(python) is not { Success: true } tag)
            return Minor is null;
        if (tag.Groups["minor"].Value.Length == 0)
            return tag.Groups["major"].Value == "3" && abi is "none" or "abi3";
        if (tag.Groups["major"].Value != "3" || !int.TryParse(tag.Groups["minor"].ValueSpan, CultureInfo.InvariantCulture, out var built))
            return false;
        if (abi == "abi3" || (abi == "none" && tag.Groups["kind"].Value == "py"))
            return built <= minor;
        return built == minor && (abi == "none" || abi == python || abi == python + "m");
    }

    private static string? MachineOf(string platform) => platform.Split('/')[1..] switch
    {
        ["amd64", ..] => "x86_64",
        ["arm64", ..] => "aarch64",
        ["arm", "v7"] => "armv7l",
        ["386", ..] => "i686",
        ["ppc64le" or "s390x" or "riscv64", ..] and [var same, ..] => same,
        _ => null,
    };

    [GeneratedRegex(@"^3\.(?<minor>\d{1,3})(?=[.\-]|rc|$)")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(?:linux|manylinux|musllinux)[0-9_]")]
    private static partial Regex Linux();

    [GeneratedRegex(@"^(?<kind>cp|py)(?<major>\d)(?<minor>\d{0,3})$")]
    private static partial Regex Tag();
}

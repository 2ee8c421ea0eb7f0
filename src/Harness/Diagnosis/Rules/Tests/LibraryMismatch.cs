using System.Text.RegularExpressions;
using Harness.Diagnosis.Pip;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>An extension module that was built for other versions of what it is loaded with, by the words of loader or NumPy.</summary>
internal static partial class LibraryMismatch
{
    public static KnownFailure? Of(Case @case)
    {
        var words = string.Join('\n', KnownFailure.LastWords(@case));
        if (Version().Match(words) is { Success: true } version)
        {
            var (asked, by) = (version.Groups["version"].Value, version.Groups["by"] is { Success: true, Value: var file } ? file.Split('/')[^1] : "a library");
            var has = asked.StartsWith("GLIBC_", StringComparison.Ordinal) && ImagePython.Of(@case.Evidence)?.Libc is { } libc ? $" ({libc})" : "";
            return new($"{by} needs {asked}, which the image is too old for{has}",
                $"Use an image of a newer distribution, which has {asked}, or a version of the package with wheels for older ones; what was built elsewhere has to be built on the image.");
        }

        if (NumPy().IsMatch(words) || NumPy().IsMatch(@case.Step.StderrTail))
        {
            return new("a package was built for another version of numpy than the one that is installed",
                "Constrain numpy to what the package was built for (numpy<2 where it is older than NumPy 2), or take a newer version of the package.");
        }

        return Symbol().Match(words) is { Success: true } symbol
            ? new($"{symbol.Groups["by"].Value.Split('/')[^1]} asks for '{symbol.Groups["symbol"].Value}', which nothing that is loaded has",
                $"{symbol.Groups["by"].Value.Split('/')[^1]} was built for other versions than these: constrain its package and what that was built for to versions that belong together.")
            : null;
    }

    [GeneratedRegex(@"version [`'](?<version>(?:GLIBC|GLIBCXX|CXXABI|OPENSSL)_[\w.]+)' not found(?: \(required by (?<by>[^)\n]+)\))?")]
    private static partial Regex Version();

    [GeneratedRegex(@"numpy\.(?:dtype|ndarray|ufunc) size changed, may indicate binary incompatibility|compiled using NumPy 1\.x cannot be run in|compiled against API version 0x[0-9a-f]+ but this version of numpy is|numpy\.core\.multiarray failed to import")]
    private static partial Regex NumPy();

    [GeneratedRegex(@"(?<by>\S+\.so[.\d]*): undefined symbol: (?<symbol>\w+)")]
    private static partial Regex Symbol();
}

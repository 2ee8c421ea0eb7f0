using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Tests;

/// <summary>A shared library that an extension module or program needs and the image lacks, by the loader's own words.</summary>
internal static partial class LibraryMissing
{
    // What the wheels that people use ask for most, and Debian's package of it.
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["libGL.so.1"] = "libgl1",
        ["libEGL.so.1"] = "libegl1",
        ["libgthread-2.0.so.0"] = "libglib2.0-0",
        ["libglib-2.0.so.0"] = "libglib2.0-0",
        ["libgomp.so.1"] = "libgomp1",
        ["libSM.so.6"] = "libsm6",
        ["libICE.so.6"] = "libice6",
        ["libX11.so.6"] = "libx11-6",
        ["libXext.so.6"] = "libxext6",
        ["libXrender.so.1"] = "libxrender1",
        ["libpq.so.5"] = "libpq5",
        ["libmariadb.so.3"] = "libmariadb3",
        ["libodbc.so.2"] = "unixodbc",
        ["libxml2.so.2"] = "libxml2",
        ["libxslt.so.1"] = "libxslt1.1",
        ["libffi.so.8"] = "libffi8",
        ["libexpat.so.1"] = "libexpat1",
        ["libstdc++.so.6"] = "libstdc++6",
        ["libgfortran.so.5"] = "libgfortran5",
        ["libopenblas.so.0"] = "libopenblas0",
        ["libsndfile.so.1"] = "libsndfile1",
        ["libmagic.so.1"] = "libmagic1",
        ["libpango-1.0.so.0"] = "libpango-1.0-0",
        ["libcairo.so.2"] = "libcairo2",
    };

    public static KnownFailure? Of(Case @case)
    {
        if (KnownFailure.LastWords(@case).Select(line => Words().Match(line)).LastOrDefault(match => match.Success) is not { } match)
            return null;
        var name = match.Groups["name"].Value;
        var package = Packages.TryGetValue(name, out var known) ? $" (Debian's package {known})" : "";
        return new($"the image lacks the library {name}", Cuda().IsMatch(name)
            ? $"Install a build of the package for CPUs, which does without {name}, or use an image that has it."
            : $"Use an image that has {name}{package}, or a build of the Python package that brings it along{(name == "libGL.so.1" ? " or does without, such as opencv-python-headless" : "")}.");
    }

    // glibc's loader, musl's, and ctypes' own words.
    [GeneratedRegex(@"(?<name>lib[\w+.-]+\.so[.\d]*): cannot open shared object file|Error loading shared library (?<name>[^:\s]+):")]
    private static partial Regex Words();

    [GeneratedRegex("^lib(?:cuda|cudart|cublas|cudnn|cufft|curand|cusolver|cusparse|nccl|nvrtc|nvinfer)")]
    private static partial Regex Cuda();
}

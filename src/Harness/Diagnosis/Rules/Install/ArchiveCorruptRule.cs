using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Rules.Install;

/// <summary>A wheel or source distribution is damaged or cut short. Needs: pip's word for it, or an unpacker's exception.</summary>
internal static partial class ArchiveCorruptRule
{
    private static readonly string[] Texts =
        ["error: incomplete-download", "zipfile.BadZipFile", "tarfile.ReadError", "EOFError: Compressed file ended", "zlib.error", "gzip.BadGzipFile", "IncompleteRead"];

    public static Cause? Explain(Case @case)
    {
        if (!@case.Failed())
            return null;
        var wheel = InvalidWheel().Match(@case.Step.StderrTail);
        var line = wheel.Success ? wheel.Value : Texts.Select(@case.Pip.Said).FirstOrDefault(said => said is not null);
        if (line is null)
            return null;
        var package = wheel.Success ? wheel.Groups["name"].Value : @case.Pip.Package ?? "a package";
        var file = wheel.Success ? wheel.Groups["file"].Value : Fetched().Matches(@case.Step.StdoutTail).LastOrDefault()?.Groups["file"].Value;
        var cause = @case.Create("archive-corrupt", Confidence.Stated,
            $"{@case.Name}: {file ?? $"the archive of {package}"} is damaged.",
            $"Fetch {file ?? package} again from where it is built, and compare its hash; what {@case.Source()} holds cannot be unpacked.");
        return @case.About(cause, package).Because("stderr", line.Trim());
    }

    [GeneratedRegex(@"Wheel '(?<name>[^']+)' located at (?:\S*/)?(?<file>[^/\s]+) is invalid")]
    private static partial Regex InvalidWheel();

    [GeneratedRegex(@"^\s*(?:Downloading|Using cached|Processing) (?:\S*/)?(?<file>[^/\s#]+\.(?:whl|tar\.gz|zip))", RegexOptions.Multiline)]
    private static partial Regex Fetched();
}

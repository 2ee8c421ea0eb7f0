using Harness.Reproducibility.Pip;
using Harness.Running;

namespace Harness.Reproducibility.Pinning;

/// <summary>
/// Packages that the workspace itself brings, such as the project: their version changes with the files beside the suite, so that an exact
/// version of them would only contradict those.
/// </summary>
internal static class OwnPackages
{
    /// <summary>Where in the workspace a package comes from, as a requirement would name it; null when it comes from elsewhere.</summary>
    public static string? PlaceOf(InstalledPackage package) => Place(package.Origin);

    /// <summary>The same of what pip reports, which tells what came from the wheelhouse apart: nobody named that by its address.</summary>
    public static string? PlaceOf(PipReportItem item) => item.IsDirect ? Place(item.Origin) : null;

    /// <summary>What a lock names instead of a version, so that the archive is found again; null of what an index or the wheelhouse brings.</summary>
    public static string? LockedAs(PipReportItem item)
    {
        if (PlaceOf(item) is not { } place || item.Origin?.Sha256 is null)
            return null;
        // What pip would read otherwise in a path it reads in an address.
        return place.All(character => char.IsAsciiLetterOrDigit(character) || "./_-+".Contains(character, StringComparison.Ordinal)) ? place : item.Origin.Url;
    }

    /// <summary>Says that a package is not pinned, and why; with hashes its archive is, and only one file lacks it.</summary>
    public static string Note(string name, string place, string what = "not pinned") => $"{name} comes from {place}, and is {what}: its version is the project's own.";

    // "pip freeze" says of an editable folder that it is one, and not where it is.
    private static string? Place(PackageOrigin? origin) => origin switch
    {
        { Url: null, Editable: true } => "a folder",
        { Commit: null } => WorkspacePath.Of(origin.Url),
        _ => null,
    };
}

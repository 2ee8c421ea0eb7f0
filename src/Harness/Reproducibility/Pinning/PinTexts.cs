using System.Text;
using Harness.Reproducibility.Pip;

namespace Harness.Reproducibility.Pinning;

/// <summary>The files that pin packages.</summary>
internal static class PinTexts
{
    /// <summary>The first words of every file that a pin may write over.</summary>
    public const string Mark = "# Written by harness pin";

    /// <summary>Exact versions. Hashes cannot stand here: one hash in a constraints file makes pip demand hashes of everything, and then refuse these.</summary>
    public static string Constraints(IEnumerable<InstalledPackage> packages) =>
        $"{Mark} from a green run. After requirements change: harness run --upgrade, then harness pin.\n"
        + string.Concat(packages.Select(package => package.Origin?.Commit is { } commit
            ? $"{package.Name}=={package.Version}  # commit {commit}, which only the requirement itself can pin\n"
            : $"{package.Name}=={package.Version}\n"));

    /// <summary>Exact versions with the hashes of the archives that were installed.</summary>
    /// <param name="items">What pip chose.</param>
    /// <param name="header">What this is installed instead of.</param>
    public static string Hashes(IEnumerable<PipReportItem> items, PinHeader header)
    {
        var text = new StringBuilder($"{Mark} --hashes from a green run, instead of {string.Join(", ", header.Replaced)}.\n");
        if (header.Digest is { } digest)
            text.Append(PinHeader.LineOf(digest));
        text.Append("# The hashes are those of the archives that this platform installs; on another one pin again.\n");
        foreach (var item in items)
            text.Append(OwnPackages.LockedAs(item) ?? $"{item.Name}=={item.Version}").Append(" \\\n    --hash=sha256:").Append(item.Origin!.Sha256).Append('\n');
        return text.ToString();
    }
}

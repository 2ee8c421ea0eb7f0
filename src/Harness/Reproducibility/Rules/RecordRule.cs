namespace Harness.Reproducibility.Rules;

/// <summary>
/// A distribution's list of its own files, where it follows from benign differences alone: a note of the installer beside
/// it differs, or byte-code is there in one run only, and nothing else that it could list is different.
/// </summary>
internal sealed class RecordRule : IBenignRule
{
    public string Name => "record";

    public bool Explains(string path, FileComparison files)
    {
        if (!IsRecord(path))
            return false;
        var info = DistributionInfo.Folder(path)!;
        var explained = false;
        foreach (var (other, rule) in files.Differing)
        {
            if (rule is null && !IsRecord(other))
                return false;
            explained |= rule is not null && IsListed(other, info, files);
        }

        return explained;
    }

    private static bool IsRecord(string path) => DistributionInfo.IsFile(path, "RECORD");

    // Byte-code is listed without its hash, so that only its presence shows.
    private static bool IsListed(string path, string info, FileComparison files) =>
        DistributionInfo.Folder(path) is { } folder
            ? folder == info
            : files.Left.ContainsKey(path) != files.Right.ContainsKey(path)
                && path.StartsWith(info[..(info.LastIndexOf('/') + 1)], StringComparison.Ordinal);
}

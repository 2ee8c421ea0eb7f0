using System.Text;
using Harness.Reproducibility.Pip;

namespace Harness.Reproducibility.Pinning;

/// <summary>Writes a <c>pylock.toml</c> (PEP 751, https://packaging.python.org/specifications/pylock-toml/) for the one environment that was installed.</summary>
internal static class PyLock
{
    /// <summary>The lock file's text.</summary>
    /// <param name="items">What pip chose.</param>
    /// <param name="python">Version of Python, such as <c>3.11.9</c>.</param>
    /// <param name="wheelhouse">The wheelhouse relative to the lock file; null when there is none.</param>
    public static string Of(IEnumerable<PipReportItem> items, string python, string? wheelhouse)
    {
        var text = new StringBuilder($"{PinTexts.Mark} --lock from a green run.\n");
        text.Append("lock-version = \"1.0\"\n");
        text.Append("requires-python = ").Append(Quote($"=={string.Join('.', python.Split('.').Take(2))}.*")).Append('\n');
        text.Append("created-by = \"harness\"\n");
        foreach (var item in items)
        {
            text.Append("\n[[packages]]\nname = ").Append(Quote(PackageName.Normalize(item.Name))).Append('\n');
            text.Append("version = ").Append(Quote(item.Version ?? "0")).Append('\n');
            text.Append(Source(item.Origin, wheelhouse));
        }

        return text.ToString();
    }

    private static string Source(PackageOrigin? origin, string? wheelhouse) => origin switch
    {
        null => "",
        { Commit: { } commit } => $"vcs = {{ type = {Quote(origin.Vcs ?? "git")}, url = {Quote(Plain(origin.Url))}, commit-id = {Quote(commit)} }}\n",
        { Sha256: { } hash } => (origin.IsWheel ? "wheels = [{ " : "sdist = { ")
            + $"name = {Quote(origin.FileName!)}, {Place(origin, wheelhouse)}, hashes = {{ sha256 = {Quote(hash)} }}"
            + (origin.IsWheel ? " }]\n" : " }\n"),
        _ => $"directory = {{ path = {Quote(Plain(origin.Url))}{(origin.Editable ? ", editable = true" : "")} }}\n",
    };

    private static string Place(PackageOrigin origin, string? wheelhouse) =>
        wheelhouse is not null && origin.Url?.StartsWith("file:", StringComparison.Ordinal) == true
            ? $"path = {Quote($"{wheelhouse}/{origin.FileName}")}"
            : $"url = {Quote(Plain(origin.Url))}";

    // Credentials have no place in a file that is checked in.
    private static string Plain(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.UserInfo.Length > 0
            ? new UriBuilder(parsed) { UserName = "", Password = "" }.Uri.AbsoluteUri
            : url ?? "";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                < ' ' or '\u007f' => quoted.Append($"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}

namespace Harness.Reproducibility;

/// <summary>An installed file: a line of <c>files.jsonl</c>.</summary>
/// <param name="Path">Where it is, with forward slashes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">The hash of its content, in hexadecimal digits.</param>
/// <param name="Link">What it points to, when it is a link.</param>
/// <param name="Without">What of it says nothing about what is installed: <c>shebang timestamp record</c>; null: nothing.</param>
/// <param name="Plain">The hash of its content without that.</param>
/// <param name="Built">Whether it was built from source in this run.</param>
/// <param name="Package">The distribution that it was built for.</param>
/// <param name="Text">What is in it, of a short text that was built; null: not recorded.</param>
public sealed record FileEntry(
    string Path, long? Size = null, string? Sha256 = null, string? Link = null, string? Without = null, string? Plain = null, bool Built = false,
    string? Package = null, string? Text = null)
{
    /// <summary>What tells two files apart.</summary>
    public string Identity => Link is not null ? $"-> {Link}" : $"sha256:{Sha256 ?? "unknown"} {Size} bytes";
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Pip;

/// <summary>A page of an index, or a file, that pip could not fetch.</summary>
/// <param name="Url">What it asked for.</param>
/// <param name="Reason">Why it got nothing, in pip's words.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
internal sealed partial record FetchFailure(string Url, string Reason, int? Status)
{
    /// <summary>Host and port.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Authority : Url;

    /// <summary>Whether the other side refused these credentials.</summary>
    public bool IsDenial => Status is 401 or 403 or 407;

    /// <summary>Whether the other side knows nothing of the name, which many an index says of what it does not hold.</summary>
    public bool IsAbsence => Status is 404 or 410;

    /// <summary>Reads one line of pip's log or console; null when it is about something else.</summary>
    public static FetchFailure? Parse(string line)
    {
        if (Page().Match(line) is { Success: true } page)
            return new(page.Groups["url"].Value, PipObject().Replace(page.Groups["reason"].Value, ""), StatusIn(page.Groups["reason"].Value));
        if (FileError().Match(line) is { Success: true } file)
            return new(file.Groups["url"].Value, $"HTTP error {file.Groups["status"].Value}", Number(file.Groups["status"].Value));
        return null;
    }

    private static int? StatusIn(string reason) => HttpStatus().Match(reason) is { Success: true } match ? Number(match.Groups["status"].Value) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Could not fetch URL (?<url>\S+?): (?<reason>.+?)(?: - skipping)?$")]
    private static partial Regex Page();

    // Python's own name for a connection: says nothing, and is another one in every run.
    [GeneratedRegex(@"<pip\._vendor\.[^<>]* object at 0x[0-9a-f]+>:? ?")]
    private static partial Regex PipObject();

    [GeneratedRegex(@"HTTP error (?<status>\d{3}) while getting (?<url>\S+)")]
    private static partial Regex FileError();

    [GeneratedRegex(@"(?<status>\d{3}) (?:Client|Server) Error|too many (?<status>\d{3}) error responses")]
    private static partial Regex HttpStatus();
}

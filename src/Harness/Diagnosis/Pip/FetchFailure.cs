using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Diagnosis.Pip;

/// <summary>A page of an index, or a file, that pip could not fetch.</summary>
/// <param name="Url">What it asked for; a file alone is one of PyPI's, which pip names without the host.</param>
/// <param name="Reason">Why it got nothing, in pip's words.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="IsFatal">Whether pip gave up at once; it looks elsewhere for what a page does not show.</param>
internal sealed partial record FetchFailure(string Url, string Reason, int? Status, bool IsFatal)
{
    /// <summary>Host and port, or PyPI.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Authority : "PyPI";

    /// <summary>The name of the file, or of the page.</summary>
    public string File => Url.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];

    /// <summary>Whether the other side refused these credentials.</summary>
    public bool IsDenial => Status is 401 or 403 or 407;

    /// <summary>Whether the other side knows nothing of the name, which many an index says of what it does not hold.</summary>
    public bool IsAbsence => Status is 404 or 410;

    /// <summary>Finds those in lines of pip's log or console.</summary>
    public static IEnumerable<FetchFailure> Read(IReadOnlyList<string> lines)
    {
        var download = lines.Select(line => Download().Match(line)).LastOrDefault(match => match.Success)?.Groups["url"].Value;
        return lines.Select((line, index) => Parse(line, index + 1 < lines.Count ? lines[index + 1] : "", download)).OfType<FetchFailure>();
    }

    private static FetchFailure? Parse(string line, string next, string? download)
    {
        if (Page().Match(line) is { Success: true } page)
            return Of(page.Groups["url"].Value, page.Groups["reason"].Value, isFatal: false);
        if (FileError().Match(line) is { Success: true } file)
            return new(file.Groups["url"].Value, $"HTTP error {file.Groups["status"].Value}", Number(file.Groups["status"].Value), IsFatal: true);
        if (Exhausted().Match(line) is { Success: true } exhausted)
            return Of(Address(exhausted), exhausted.Groups["reason"].Value, isFatal: true);
        if (Interrupted().Match(line) is { Success: true } interrupted)
            return Of(Address(interrupted, download), interrupted.Groups["reason"].Value, isFatal: true);
        if (Box().Match(line) is { Success: true } box)
            return Of(box.Groups["url"].Value, $"{box.Groups["proxy"].Value}{BoxReason().Replace(next, "")}", isFatal: true);
        return null;
    }

    private static FetchFailure Of(string url, string reason, bool isFatal) => new(url, PipObject().Replace(reason, ""), StatusIn(reason), isFatal);

    // Through a proxy that does not encrypt, the pool is the proxy's and the path a whole address.
    private static string Address(Match exhausted) => exhausted.Groups["path"].Value is var path && path.StartsWith('/')
        ? $"{exhausted.Groups["scheme"].Value.ToLowerInvariant()}://{exhausted.Groups["host"].Value}:{exhausted.Groups["port"].Value}{path}"
        : path;

    // Files of PyPI are named without the host (https://github.com/pypa/pip/blob/main/src/pip/_internal/network/download.py).
    private static string Address(Match interrupted, string? download) => download switch
    {
        not null when Uri.IsWellFormedUriString(download, UriKind.Absolute) => download,
        _ when interrupted.Groups["host"] is { Success: true } host => $"{interrupted.Groups["scheme"].Value.ToLowerInvariant()}://{host.Value}:{interrupted.Groups["port"].Value}/{download}",
        _ => download ?? "a file",
    };

    private static int? StatusIn(string reason) => HttpStatus().Match(reason) is { Success: true } match ? Number(match.Groups["status"].Value) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Could not fetch URL (?<url>\S+?): (?<reason>.+?)(?: - skipping)?$")]
    private static partial Regex Page();

    // Python's own name for a connection: says nothing, and is another one in every run.
    [GeneratedRegex(@"<pip\._vendor\.[^<>]* object at 0x[0-9a-f]+>[:,]? ?")]
    private static partial Regex PipObject();

    [GeneratedRegex(@"HTTP error (?<status>\d{3}) while getting (?<url>\S+)")]
    private static partial Regex FileError();

    // pip's own words before it: a package that fetches something while it is built uses the same library.
    [GeneratedRegex(@"(?:Could not install packages due to an \w+: |pip\._vendor\.\S+: )(?<scheme>HTTPS?)ConnectionPool\(host='(?<host>[^']+)', port=(?<port>\d+)\): Max retries exceeded with url: (?<path>\S+) \(Caused by (?<reason>.+)\)")]
    private static partial Regex Exhausted();

    // In the middle of a file.
    [GeneratedRegex(@"^\s*pip\._vendor\.urllib3\.exceptions\.(?<reason>(?:ReadTimeoutError: (?<scheme>HTTPS?)ConnectionPool\(host='(?<host>[^']+)', port=(?<port>\d+)\)|ProtocolError: \(.Connection broken: (?!IncompleteRead)).+)")]
    private static partial Regex Interrupted();

    // From pip 26.2 (https://github.com/pypa/pip/pull/14115): one line says what, and the next one why.
    [GeneratedRegex(@"^\s*[×x] (?:Failed to (?:connect to (?<proxy>proxy )?\S+|establish a secure connection to \S+) while fetching|Unable to fetch|Failed to establish a secure connection for) (?<url>\S+)$")]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s*(?:╰─>|\+->) ")]
    private static partial Regex BoxReason();

    [GeneratedRegex(@"^\s*Downloading (?<url>\S+)")]
    private static partial Regex Download();

    [GeneratedRegex(@"(?<status>\d{3}) (?:Client|Server) Error|too many (?<status>\d{3}) error responses")]
    private static partial Regex HttpStatus();
}

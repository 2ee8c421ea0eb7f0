using System.Globalization;

namespace Harness.Reporting.GitHub;

/// <summary>A message that GitHub shows at a line of a file, as the command that a runner finds in its log.</summary>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Message">One or more lines.</param>
internal sealed record Annotation(string Level, string Title, string Message)
{
    private const int LongestProperty = 1_000;

    /// <summary>The file, relative to the repository; null: none.</summary>
    public string? File { get; init; }

    /// <summary>One-based line in <see cref="File"/>.</summary>
    public int? Line { get; init; }

    /// <summary>One-based column in <see cref="Line"/>.</summary>
    public int? Column { get; init; }

    /// <summary>The command: one line, in which nothing of the texts is more than text.</summary>
    public override string ToString()
    {
        string?[] properties =
        [
            Property("file", File),
            Property("line", File is null ? null : Line?.ToString(CultureInfo.InvariantCulture)),
            Property("col", File is null || Line is null ? null : Column?.ToString(CultureInfo.InvariantCulture)),
            Property("title", Title),
        ];
        return $"::{Level} {string.Join(',', properties.OfType<string>())}::{Data(string.Join('\n', SafeText.Lines(Message, LongestProperty)))}";
    }

    private static string? Property(string name, string? value) => string.IsNullOrEmpty(value)
        ? null
        : $"{name}={Data(SafeText.Line(value, LongestProperty)).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}";

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}

using System.Globalization;
using Harness.Diagnosis;

namespace Harness.Suites;

/// <summary>
/// Reads the <c>HARNESS_</c> variables with which a caller decides instead of the command line or the suite file. Empty counts
/// as not set; a bad value is an error that names the variable, and decides nothing.
/// </summary>
internal sealed class EnvironmentDecisions(IReadOnlyDictionary<string, string> environment)
{
    private readonly List<SuiteDiagnostic> _diagnostics = [];

    /// <summary>One error for each variable that was read and bad.</summary>
    public IReadOnlyList<SuiteDiagnostic> Diagnostics => _diagnostics;

    public string? Text(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public int? Number(string name, int maximum = int.MaxValue) => Read<int>(
        name,
        maximum == int.MaxValue ? "a whole number from 1" : $"a whole number from 1 to {maximum}",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= maximum ? number : null);

    public bool? Flag(string name) => Read<bool>(name, "true or false", text => text.ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "on" => true,
        "0" or "false" or "no" or "off" => false,
        _ => null,
    });

    public T? Choice<T>(string name, string expected, Func<string, T?> find)
        where T : struct => Read(name, expected, find);

    private T? Read<T>(string name, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;

        _diagnostics.Add(new(
            CauseCatalog.Get("option-invalid").Code,
            DiagnosticSeverity.Error,
            new SourcePosition(name),
            $"The environment variable {name} must be {expected}, but is {Wording.DisplayText.Quote(text)}.",
            $"Set it to {expected}, or unset it."));
        return null;
    }
}

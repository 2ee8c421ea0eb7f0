using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Running;

/// <summary>What the <c>sanity</c> step found out about the image's Python.</summary>
/// <param name="Python">Version, such as <c>3.11.9</c>.</param>
/// <param name="Implementation">Such as <c>CPython</c>.</param>
/// <param name="Executable">Path of the interpreter.</param>
/// <param name="Pip">Version of pip; null when there is none.</param>
/// <param name="Machine">As <c>uname -m</c> says.</param>
/// <param name="Libc">Name and version of the C library; null when unknown.</param>
/// <param name="Path">The image's <c>PATH</c>.</param>
public sealed record PythonFacts(
    string Python,
    string? Implementation,
    string Executable,
    string? Pip,
    string? Machine,
    string? Libc,
    string? Path)
{
    /// <summary>The program that <c>pip --python</c> starts in the other interpreter; null when this pip has none.</summary>
    public string? PipRunner { get; init; }

    /// <summary>What the sandbox's user cannot read of what it was given.</summary>
    public IReadOnlyList<string> Unreadable { get; init => field = value ?? []; } = [];

    /// <summary>Whether pip can install into another interpreter's environment (<c>--python</c>, since 22.3).</summary>
    public bool PipReachesOthers => PipVersion >= new Version(22, 3);

    /// <summary>Whether pip writes a report of a stable shape (<c>--report</c>, since 23.0).</summary>
    public bool PipReports => PipVersion >= new Version(23, 0);

    private Version PipVersion => Version.TryParse(Pip?.Split('.') is [var major, var minor, ..] ? $"{major}.{minor}" : null, out var version)
        ? version
        : new Version(0, 0);

    /// <summary>Reads what the step printed; null when it is not that.</summary>
    public static PythonFacts? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, PythonFactsJson.Default.PythonFacts);
        }
        catch (JsonException)
        {
            return null; // the step's output is kept, and the diagnosis shows it
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PythonFacts))]
internal sealed partial class PythonFactsJson : JsonSerializerContext;

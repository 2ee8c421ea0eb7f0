using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Evidence;

namespace Harness.History;

/// <summary>The JSON shape of histories, and of what they are read from.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcTimeConverter), typeof(KebabCaseConverter<Verdict>), typeof(KebabCaseConverter<Outcome>)])]
[JsonSerializable(typeof(HistoryReport))]
[JsonSerializable(typeof(RecordShape))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    /// <summary>For files that people open: indented, and readable beyond ASCII.</summary>
    public static HistoryJson Indented => field ??= new(new JsonSerializerOptions(Default.Options!)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // these are files, never HTML
    });
}

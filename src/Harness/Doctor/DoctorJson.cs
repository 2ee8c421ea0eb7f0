using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Evidence;

namespace Harness.Doctor;

/// <summary>What the doctor found, for programs: one object with <c>schema</c>, <c>healthy</c> and <c>checks</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(KebabCaseConverter<CheckStatus>)])]
[JsonSerializable(typeof(DoctorDocument))]
internal sealed partial class DoctorJson : JsonSerializerContext
{
    private static DoctorJson Readable => field ??= new(new JsonSerializerOptions(Default.Options!)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read by programs or in a terminal, never as HTML
    });

    /// <summary>Writes it.</summary>
    public static string Of(DoctorReport report) => JsonSerializer.Serialize(new DoctorDocument(1, report.Healthy, report.Checks), Readable.DoctorDocument);
}

/// <summary>The object.</summary>
internal sealed record DoctorDocument(int Schema, bool Healthy, IReadOnlyList<CheckResult> Checks);

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Evidence;

/// <summary>Replaces secrets in the texts of a JSON value. In the finished line a secret could hide behind JSON's own escapes.</summary>
internal static class JsonRedaction
{
    public static byte[] Apply(ReadOnlyMemory<byte> json, Func<string, string> redact)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Copy(document.RootElement, writer, redact);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Copy(JsonElement value, Utf8JsonWriter writer, Func<string, string> redact)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    if (property.NameEquals("kind")) // Harness's own word; without it the line could not be read
                        property.Value.WriteTo(writer);
                    else
                        Copy(property.Value, writer, redact);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Copy(item, writer, redact);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(redact(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

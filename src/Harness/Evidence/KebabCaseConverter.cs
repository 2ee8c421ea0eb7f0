using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Evidence;

/// <summary>Writes enumerations as the contract spells them: <c>timed-out</c>, <c>not-reproducible</c>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class KebabCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

using System.Text.Json;

namespace Harness.Evidence;

/// <summary>Spells values of enumerations as the contract does, outside JSON.</summary>
public static class KebabCase
{
    /// <summary>Such as <c>timed-out</c> or <c>not-reproducible</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

using System.Collections;

namespace Harness.Running;

/// <summary>The environment of this process, for hosts: nothing else reads it.</summary>
public static class CallerEnvironment
{
    /// <summary>Reads all variables.</summary>
    public static IReadOnlyDictionary<string, string> Read() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}

using System.Collections;

namespace Harness.Cli.Commands;

/// <summary>The environment of this process, as the core takes it.</summary>
internal static class CallerEnvironment
{
    public static IReadOnlyDictionary<string, string> Read() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}

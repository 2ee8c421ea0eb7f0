using System.Collections;

namespace Harness.Running;

/// <summary>The environment of this process, for hosts: nothing else reads it.</summary>
public static class CallerEnvironment
{
    /// <summary>Reads all variables.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables()) // a loop: no Linq over structs has to be compiled at each start
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }
}

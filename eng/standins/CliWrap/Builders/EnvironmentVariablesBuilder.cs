namespace CliWrap.Builders;

/// <summary>Collects changes to the environment of a process.</summary>
public class EnvironmentVariablesBuilder
{
    private readonly Dictionary<string, string?> _variables = [];

    /// <summary>Sets a variable, or with <c>null</c> removes it.</summary>
    public EnvironmentVariablesBuilder Set(string name, string? value)
    {
        _variables[name] = value;
        return this;
    }

    public EnvironmentVariablesBuilder Set(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        foreach (var (name, value) in variables)
            Set(name, value);

        return this;
    }

    public EnvironmentVariablesBuilder Set(IReadOnlyDictionary<string, string?> variables) =>
        Set((IEnumerable<KeyValuePair<string, string?>>)variables);

    public IReadOnlyDictionary<string, string?> Build() => new Dictionary<string, string?>(_variables);
}

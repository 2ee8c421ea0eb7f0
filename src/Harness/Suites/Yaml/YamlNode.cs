namespace Harness.Suites.Yaml;

/// <summary>A value in a YAML file, with its place.</summary>
/// <param name="Line">One-based.</param>
/// <param name="Column">One-based.</param>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>Values in it, itself included; what an alias stands for counts each time.</summary>
    public abstract int Weight { get; }
}

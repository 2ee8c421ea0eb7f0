namespace Harness.Suites.Starting;

/// <summary>A TOML file that cannot be read.</summary>
public sealed class TomlException(string file, int line, string problem) : Exception($"{file}({line}): {problem}");

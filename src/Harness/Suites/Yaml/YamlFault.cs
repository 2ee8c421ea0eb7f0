namespace Harness.Suites.Yaml;

/// <summary>Something wrong with the YAML itself.</summary>
internal sealed record YamlFault(int Line, int Column, string Message, string Remedy);

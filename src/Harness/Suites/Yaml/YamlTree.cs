namespace Harness.Suites.Yaml;

/// <summary>A YAML document, read.</summary>
/// <param name="Root">The document; null when it is empty or a fault kept it from being read.</param>
/// <param name="Faults">What is wrong with the YAML itself; a tree with faults is still worth checking further.</param>
internal sealed record YamlTree(YamlNode? Root, IReadOnlyList<YamlFault> Faults);

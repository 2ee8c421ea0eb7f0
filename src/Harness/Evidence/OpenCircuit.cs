namespace Harness.Evidence;

/// <summary>Something that several suites in a row failed of, so that the next one did not try it.</summary>
/// <param name="Dependency">What it is, such as <c>registry ghcr.io</c>.</param>
/// <param name="Cause">The name of the cause that the suites had in common.</param>
/// <param name="Suites">How many they were.</param>
/// <param name="First">The first of them; its record and its logs tell more.</param>
/// <param name="Summary">What was said of the first.</param>
public sealed record OpenCircuit(string Dependency, string Cause, int Suites, string First, string Summary);

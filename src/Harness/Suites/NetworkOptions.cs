namespace Harness.Suites;

/// <summary>Which steps have a network.</summary>
/// <param name="Install">Whether <c>toolchain</c> and <c>install</c> have one.</param>
/// <param name="Test">Whether the tests have one.</param>
public sealed record NetworkOptions(bool Install, bool Test);

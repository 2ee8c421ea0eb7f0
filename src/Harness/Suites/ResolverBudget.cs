namespace Harness.Suites;

/// <summary>How long pip may go back and forth over versions before the install is stopped.</summary>
/// <param name="Rounds">Versions that it may try of packages of which it has tried one already; null: any number.</param>
/// <param name="Seconds">How long it may go on after the first of these; null: as long as the install may take.</param>
public sealed record ResolverBudget(int? Rounds, double? Seconds);

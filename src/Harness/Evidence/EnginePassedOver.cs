namespace Harness.Evidence;

/// <summary>A place where an engine might have been.</summary>
/// <param name="Source">Who named it.</param>
/// <param name="Address">What was named, without credentials.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record EnginePassedOver(string Source, string Address, string Reason);

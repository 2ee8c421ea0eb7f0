namespace Bullseye.Internal;

/// <summary>A target as it was defined. Without inputs it has one job, or none if it only gathers dependencies.</summary>
internal sealed record TargetDefinition(
    string Name, string Description, IReadOnlyList<string> Dependencies, IEnumerable<Job> Jobs, bool HasInputs);

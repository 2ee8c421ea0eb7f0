namespace Bullseye.Internal;

/// <summary>What one line of progress is about: a target, or one of its inputs.</summary>
/// <param name="Target">The target.</param>
/// <param name="Input">The input, or null for the target itself.</param>
/// <param name="Path">With --verbose the way from a named target down to this one.</param>
internal sealed record Unit(TargetDefinition Target, string? Input, string Path);

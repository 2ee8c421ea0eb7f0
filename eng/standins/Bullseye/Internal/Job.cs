namespace Bullseye.Internal;

/// <summary>One action of a target, for one of its inputs if it has any.</summary>
internal sealed record Job(string? Input, Func<Task> Action);

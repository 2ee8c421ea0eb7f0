namespace Harness.Evidence;

/// <summary>A container that was left for somebody to look into.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Enter">The command that opens a shell in it.</param>
/// <param name="Remove">The command that removes it.</param>
public sealed record KeptContainer(string Name, string Enter, string Remove);

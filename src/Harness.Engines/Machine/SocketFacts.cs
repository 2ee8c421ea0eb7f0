namespace Harness.Engines.Machine;

/// <summary>Who may use a socket.</summary>
/// <param name="Path">The socket.</param>
/// <param name="Owner">Name of the user that it belongs to.</param>
/// <param name="Group">Name of the group that it belongs to.</param>
/// <param name="Mode">Its permissions, octal, such as <c>660</c>.</param>
public sealed record SocketFacts(string Path, string Owner, string Group, string Mode);

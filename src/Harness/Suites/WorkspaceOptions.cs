namespace Harness.Suites;

/// <summary>The directory mounted at <c>/workspace</c>.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Access">How it is mounted.</param>
public sealed record WorkspaceOptions(string Path, WorkspaceAccess Access);

namespace Harness.Suites;

/// <summary>How the workspace is mounted.</summary>
public enum WorkspaceAccess
{
    /// <summary>Readable.</summary>
    ReadOnly,

    /// <summary>Writable; changes reach the user's files.</summary>
    ReadWrite,

    /// <summary>Not mounted.</summary>
    None,
}

namespace Harness.Suites;

/// <summary>What is done about packages that are built from source.</summary>
public enum SourceBuildPolicy
{
    /// <summary>Nothing.</summary>
    Allow,

    /// <summary>They are reported.</summary>
    Warn,

    /// <summary>They fail the suite.</summary>
    Forbid,
}

namespace Harness.Doctor;

/// <summary>What a check came to.</summary>
public enum CheckStatus
{
    /// <summary>Nothing is in the way.</summary>
    Passed,

    /// <summary>It works, but not as well as it should.</summary>
    Warning,

    /// <summary>Suites cannot run like this.</summary>
    Failed,

    /// <summary>It could not be looked at, or does not matter here.</summary>
    Skipped,
}

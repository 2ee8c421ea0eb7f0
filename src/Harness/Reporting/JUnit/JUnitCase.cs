namespace Harness.Reporting.JUnit;

/// <summary>A testcase, ready to be written.</summary>
internal sealed record JUnitCase
{
    public required string Name { get; init; }

    public long Milliseconds { get; init; }

    /// <summary>The user's file; consumers annotate pull requests with it.</summary>
    public string? File { get; init; }

    public int? Line { get; init; }

    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];

    /// <summary>Why it was not run; null when it was.</summary>
    public string? Skipped { get; init; }

    public JUnitFault? Fault { get; init; }

    /// <summary>Attempts before the one that counts, where they failed.</summary>
    public IReadOnlyList<JUnitFault> Retried { get; init; } = [];

    /// <summary>Files to attach, the most important first.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    public string? Out { get; init; }

    public string? Err { get; init; }
}

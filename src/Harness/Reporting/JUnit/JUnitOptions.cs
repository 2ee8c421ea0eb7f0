namespace Harness.Reporting.JUnit;

/// <summary>How a JUnit report is written.</summary>
public sealed record JUnitOptions
{
    /// <summary>The dialect. Default: rich.</summary>
    public JUnitDialect Dialect { get; init; }

    /// <summary>Attachments are written relative to this folder, as GitLab wants them; null (the default): absolute, as Jenkins wants them.</summary>
    public string? AttachmentsRelativeTo { get; init; }

    /// <summary>Most bytes of the file. Default: just under 10 MiB, where parsers on libxml2 begin to refuse.</summary>
    public int MostBytes { get; init; } = (10 << 20) - (64 << 10);
}

namespace Harness.Reporting.JUnit;

/// <summary>Which form of JUnit is written: there is no single one.</summary>
public enum JUnitDialect
{
    /// <summary>What Jenkins, GitLab, Azure Pipelines and the report actions of GitHub make the most of.</summary>
    Rich,

    /// <summary>What both schemas accept that are enforced anywhere: that of Jenkins' xUnit plugin and that of windyroad (Ant).</summary>
    Strict,
}

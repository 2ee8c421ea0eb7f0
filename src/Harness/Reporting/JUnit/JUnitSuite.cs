namespace Harness.Reporting.JUnit;

/// <summary>A testsuite, ready to be written.</summary>
/// <param name="Name">Its name, and the class name of its testcases.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Properties">Facts about it.</param>
/// <param name="Cases">At least one.</param>
internal sealed record JUnitSuite(
    string Name,
    DateTimeOffset StartedAt,
    IReadOnlyList<(string Name, string Value)> Properties,
    IReadOnlyList<JUnitCase> Cases);

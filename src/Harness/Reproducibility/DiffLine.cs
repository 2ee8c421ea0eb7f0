namespace Harness.Reproducibility;

/// <summary>A line of a diff: kept (space), removed (-) or added (+).</summary>
internal readonly record struct DiffLine(char Mark, string Text);

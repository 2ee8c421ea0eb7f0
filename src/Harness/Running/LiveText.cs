namespace Harness.Running;

/// <summary>A piece of a step's output.</summary>
/// <param name="Step">The step.</param>
/// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">Whole lines, without the last line feed, unless a line is long in coming.</param>
/// <param name="SkippedBytes">Bytes left out right before it.</param>
internal sealed record LiveText(string Step, string Stream, string Text, long SkippedBytes);

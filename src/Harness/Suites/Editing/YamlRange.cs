namespace Harness.Suites.Editing;

/// <summary>Where a value stands in a text.</summary>
/// <param name="KeyStart">Where its key begins, or the value itself in a list.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">Entries of a list or mapping.</param>
internal readonly record struct YamlRange(int KeyStart, int Start, int End, YamlRangeKind Kind, int Count = 0);

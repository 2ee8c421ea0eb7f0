namespace Harness.Suites.Reading;

/// <summary>A mapping of the suite file and the keys that it knows.</summary>
/// <param name="Path">Where it stands, such as <c>tests[].expect</c>; empty for the whole file.</param>
/// <param name="Place">The same in words: <c>at the top level</c>, <c>in 'limits'</c>.</param>
/// <param name="Keys">Its keys, in the order in which people read them.</param>
internal sealed record KeyTable(string Path, string Place, IReadOnlyList<string> Keys);

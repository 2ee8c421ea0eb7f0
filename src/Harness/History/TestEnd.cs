namespace Harness.History;

/// <summary>How a test ended in the attempts of one record that varied nothing.</summary>
internal sealed record TestEnd(string Test, bool Passed, bool Failed);

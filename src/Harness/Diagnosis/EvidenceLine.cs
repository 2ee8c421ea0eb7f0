namespace Harness.Diagnosis;

/// <summary>One fact that carries a cause.</summary>
/// <param name="Source">The witness: <c>kill-ledger engine-events cgroup container-state exit-code stdout stderr pip-report pip-log suite harness engine registry</c>.</param>
/// <param name="Text">What it says; secrets replaced.</param>
public sealed record EvidenceLine(string Source, string Text);

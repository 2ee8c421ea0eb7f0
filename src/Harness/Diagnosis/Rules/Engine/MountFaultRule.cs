using Harness.Engines;
using Harness.Evidence;
using Harness.Running;
using Harness.Suites;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>The sandbox's user cannot read what it was given. Needs: the fault, which the first step found by trying as that user.</summary>
internal static class MountFaultRule
{
    public static Cause? Explain(AttemptEvidence evidence, Fault fault) => fault.Kind != EngineFault.MountUnreadable
        ? null
        : CauseBuilder.Create("workspace-unreadable", Confidence.Witnessed, fault.Message).Because("sandbox", fault.Message).At(Position(evidence.Suite, fault.Message));

    // The key that names what cannot be read, which the record of a fault knows by its message alone; the folder itself needs no key.
    private static SourcePosition? Position(Suite suite, string message) =>
        Keys(suite).Where(key => message.Contains($" {Readability.Shown(suite, key.Path)} ", StringComparison.Ordinal)).Select(key => suite.Positions.GetValueOrDefault(key.Key)).FirstOrDefault()
        ?? suite.Positions.GetValueOrDefault("workspace.path") ?? suite.Positions.GetValueOrDefault("user");

    private static IEnumerable<(string Key, string Path)> Keys(Suite suite) =>
    [
        .. suite.Python.Requirements.Select((path, index) => ($"python.requirements[{index}]", path)),
        .. suite.Python.Constraints.Select((path, index) => ($"python.constraints[{index}]", path)),
        .. suite.Python.BuildConstraints.Select((path, index) => ($"python.build-constraints[{index}]", path)),
        .. suite.Python.Wheelhouse is { } wheelhouse ? [("python.wheelhouse", wheelhouse)] : Array.Empty<(string, string)>(),
    ];
}

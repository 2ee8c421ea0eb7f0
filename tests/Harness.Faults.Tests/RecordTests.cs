using Harness.Diagnosis;
using Harness.Faults.Tests.Lab.Record;

namespace Harness.Faults.Tests;

/// <summary>The record of the laboratory is whole, and every fault in it has its right name.</summary>
public sealed class RecordTests
{
    /// <summary>Causes that no run of a suite leads to; where they are made to happen instead.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["not-acted-on"] = "raised where vary is named and there is one run: tests of the running",
        ["requirement-unconstrained"] = "a warning before the run: tests of the linting",
        ["lock-outdated"] = "a warning before the run: tests of the linting",
        ["build-unconstrained"] = "a warning before the run: tests of the linting",
        ["wheel-missing"] = "a warning before the run: tests of the linting",
        ["limit-above-machine"] = "a warning before the run: tests of the running",
        ["no-suites"] = "no suite, no record: tests of the command",
        ["option-invalid"] = "no suite, no record: tests of the command",
        ["output-unusable"] = "no suite, no record: tests of the command",
        ["host-too-old"] = "needs an old MSBuild: tests of the task",
        ["limit-not-enforced"] = "needs an engine that lacks a limit: tests of the warnings",
        ["internal-error"] = "needs a defect: tests of the command with one put in",
    };

    [Fact]
    public void Every_fault_has_its_right_name() => Assert.All(LabRecord.Read(), fault => Assert.Equal(fault.Expected, fault.Got));

    [Fact]
    public void Every_cause_is_made_to_happen() => Assert.Equal(
        CauseCatalog.All.Select(kind => kind.Name).Order(StringComparer.Ordinal),
        LabRecord.Read().Select(fault => fault.Expected).Concat(Elsewhere.Keys).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_record_has_what_the_tests_make_and_nothing_else() => Assert.Equal(
        FaultTests.All.Select(test => $"{test.Group}: {test.Sentence}").Distinct().Order(StringComparer.Ordinal),
        LabRecord.Read().Select(fault => $"{fault.Group}: {FaultTests.Sentence(fault.Fault)}").Distinct().Order(StringComparer.Ordinal));
}

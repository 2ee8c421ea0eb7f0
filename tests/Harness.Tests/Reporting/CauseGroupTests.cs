using Harness.Diagnosis;
using Harness.Evidence;
using Harness.Reporting;

namespace Harness.Tests.Reporting;

public sealed class CauseGroupTests
{
    private static readonly Cause Unit = Of("test-failed", "test:unit");

    [Fact]
    public void Each_further_step_that_failed_stands_alone_and_what_else_may_explain_one_is_its_rival() =>
        Assert.Equal(
            ["test-failed test:unit: crashed", "memory-limit test:lint: ", "timeout-test test:slow: "],
            Groups(Verdict.Failed, Unit, Of("memory-limit", "test:lint"), Of("crashed", "test:unit"), Of("timeout-test", "test:slow")));

    [Fact]
    public void A_fault_of_the_whole_attempt_explains_the_steps_that_it_ended() =>
        Assert.Equal(["engine-lost : test-failed"], Groups(Verdict.Infrastructure, Of("engine-lost", null), Unit));

    [Fact]
    public void That_the_runs_differ_in_a_test_and_how_it_ended_is_one_thing()
    {
        var drift = Of("outcome-drift", null) with { Subject = "test:unit" };

        Assert.Equal(["outcome-drift : memory-limit", "test-failed test:lint: "], Groups(Verdict.Failed, drift, Of("memory-limit", "test:unit"), Of("test-failed", "test:lint")));
        Assert.Equal(["memory-limit test:unit: outcome-drift"], Groups(Verdict.Failed, Of("memory-limit", "test:unit"), drift));
        Assert.Equal(["memory-limit install: ", "outcome-drift : "], Groups(Verdict.Failed, Of("memory-limit", "install"), drift));
    }

    [Fact]
    public void Each_fault_of_an_invalid_suite_stands_alone() =>
        Assert.Equal(["suite-invalid : ", "file-missing : "], Groups(Verdict.Invalid, Of("suite-invalid", null), Of("file-missing", null)));

    [Fact]
    public void Without_causes_there_is_nothing() => Assert.Empty(Groups(Verdict.Failed));

    private static Cause Of(string name, string? step) => Samples.Cause(name, name, "Mend it.") with { Step = step };

    private static IEnumerable<string> Groups(Verdict verdict, params Cause[] causes) =>
        CauseGroup.Of(Samples.Suite("api", verdict, []) with { Causes = causes })
            .Select(group => $"{group.Cause.Name} {group.Cause.Step}: {string.Join(' ', group.Rivals.Select(rival => rival.Name))}");
}

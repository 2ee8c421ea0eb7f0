using Harness.Diagnosis;
using Harness.Running;

namespace Harness.Tests.Running;

public sealed class SuiteWarningsTests
{
    [Theory]
    [InlineData("wheel-missing", "requirement-not-found", 3, false)]
    [InlineData("wheel-missing", "source-build-failed", 3, false)]
    [InlineData("wheel-missing", "requirement-not-found", 4, true)]
    [InlineData("wheel-missing", "hash-missing", 3, true)]
    [InlineData("build-unconstrained", "source-build-failed", 3, true)]
    [InlineData("workspace-unwritable", "workspace-unwritable", 3, false)]
    public void A_warning_that_a_cause_at_its_line_explains_is_not_said(string warning, string cause, int line, bool said) =>
        Assert.Equal(said, SuiteWarnings.Unexplained([At(warning, 3)], [At(cause, line)]).Count == 1);

    [Fact]
    public void What_has_no_line_explains_nothing() =>
        Assert.Single(SuiteWarnings.Unexplained([At("wheel-missing", null)], [At("requirement-not-found", null)]));

    [Fact]
    public void What_the_run_came_to_know_replaces_what_the_suite_said_before_it()
    {
        var (before, other, better) = (At("image-unpinned", 4), At("wheel-missing", 3), At("image-unpinned", 4) with { Summary = "today it is x" });

        Assert.Equal([other, better], SuiteWarnings.Replaced([before, other], better));
        Assert.Equal([before, other], SuiteWarnings.Replaced([before, other], null));
    }

    private static Cause At(string name, int? line) => new()
    {
        Name = name,
        Code = CauseCatalog.Get(name).Code,
        Confidence = 1,
        Summary = "",
        Remedy = "",
        File = "requirements.txt",
        Line = line,
    };
}

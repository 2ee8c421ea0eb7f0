using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Tests.Diagnosis;

/// <summary>Remedies that depend on what was said; the laboratory has the rest, with real programs.</summary>
public sealed class RemedyTests : IDisposable
{
    private readonly Suites.SuiteFolder suites = new();

    public void Dispose() => suites.Dispose();

    [Theory]
    [InlineData(127, "sh: 1: pyhton: not found\n", "'pyhton'")]
    [InlineData(127, "sh: pyhton: not found\n", "'pyhton'")]
    [InlineData(127, "warming up\nbash: line 1: pyhton: command not found\n", "'pyhton'")]
    [InlineData(127, "env: 'pyhton': No such file or directory\n", "'pyhton'")]
    [InlineData(127, "/usr/bin/env: \u2018pyhton\u2019: No such file or directory\n", "'pyhton'")]
    [InlineData(126, "sh: 1: ./start.sh: Permission denied\n", "'./start.sh' executable")]
    [InlineData(127, "it was not found\n", "Read what test:imports printed")]
    [InlineData(1, "sh: 1: pyhton: not found\n", "Read what test:imports printed")]
    [InlineData(127, "", "Run test:imports by hand")]
    public void A_command_that_a_shell_cannot_run_is_named(int code, string stderr, string remedy)
    {
        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [Step(code, stderr)] }));

        Assert.Equal("test-failed", cause.Name);
        Assert.Contains(remedy, cause.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("run-1/", cause.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_that_may_not_be_pulled_is_no_matter_of_its_name()
    {
        var fault = new Fault(EngineFault.ImageNotFound, $"The engine does not have x, {ImageStore.SwitchedOff}. Pull it before: docker pull x");

        var cause = Diagnoser.Explain(Evidence() with { Fault = fault })[0];

        Assert.StartsWith("Leave out --offline or unset HARNESS_OFFLINE, or pull it before: docker pull ", cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# held by us", "")]
    [InlineData("# Written by harness pin from a green run.", " constraints.txt was written by harness pin. Resolve anew with 'harness run --upgrade', then 'harness pin'.")]
    public void A_conflict_with_what_pin_wrote_is_not_the_users_to_loosen(string header, string pinned)
    {
        suites.Write("requirements.txt", "greeter<1.1\n");
        suites.Write("constraints.txt", header + "\ngreeter==1.1.0\n");
        var suite = suites.ReadGood($"{Suites.SuiteFolder.Good}python: {{requirements: [requirements.txt], constraints: [constraints.txt]}}\n");
        var install = new StepEvidence
        {
            Result = Step(1, "").Result with { Name = "install" },
            StdoutTail = "The conflict is caused by:\n    The user requested greeter<1.1\n    The user requested (constraint) greeter==1.1.0\n\n",
            StderrTail = "ERROR: Cannot install greeter<1.1 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit x\n",
        };

        var cause = Diagnoser.Explain(new() { About = SuiteEvidence.Of(suite, Redactor.None), Steps = [install] })[0];

        Assert.Equal("dependency-conflict", cause.Name);
        Assert.EndsWith("greeter==1.1.0." + pinned, cause.Remedy, StringComparison.Ordinal);
    }

    private AttemptEvidence Evidence() => new() { About = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good), Redactor.None) };

    private StepEvidence Step(int code, string stderr) => new()
    {
        Result = new()
        {
            Name = "test:" + Evidence().Suite.Tests[0].Name,
            Outcome = Outcome.Failed,
            ExitCode = code,
            Termination = new(TerminationReason.Exited, code),
            Stderr = "run-1/attempt-1/04-test.stderr.log",
        },
        StdoutTail = "",
        StderrTail = stderr,
    };
}

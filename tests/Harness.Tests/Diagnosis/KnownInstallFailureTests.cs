using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Tests.Diagnosis;

/// <summary>Words of git, Mercurial and newer pips, which the laboratory's image does not have.</summary>
public sealed class KnownInstallFailureTests : IDisposable
{
    private const string GitFailed = "× git clone --filter=blob:none --quiet https://host.example/tool.git /tmp/x did not run successfully.\n";

    private readonly Suites.SuiteFolder suites = new();

    public void Dispose() => suites.Dispose();

    [Theory]
    [InlineData("ERROR: Cannot find command 'hg' - do you have 'hg' installed and in your PATH?\n", "install-failed", "an image that has hg")]
    [InlineData("fatal: repository 'https://host.example/tool.git/' not found\n" + GitFailed, "requirement-not-found", "Correct the address")]
    [InlineData("remote: Repository not found.\n" + GitFailed, "requirement-not-found", "what they may not show missing")]
    [InlineData("fatal: detected dubious ownership in repository at '/workspace/tool/.git'\n" + GitFailed, "install-failed", "user: \"UID:GID\"")]
    [InlineData("git@host.example: Permission denied (publickey).\n" + GitFailed, "index-denied", "credentials for ")]
    [InlineData("ssh: connect to host host.example port 22: Connection timed out\n" + GitFailed, "index-unreachable", "can be reached from containers")]
    [InlineData("fatal: something else\n" + GitFailed, "install-failed", "Read what git printed about tool.git.")]
    [InlineData("WARNING: Ignoring version 2.0.6 of omegaconf since it has invalid metadata:\nRequested omegaconf<2.1 from https://host.example/omegaconf-2.0.6-py3-none-any.whl has invalid metadata: .* suffix can only be used with `==` or `!=` operators\nERROR: No matching distribution found for omegaconf<2.1\n", "archive-corrupt", "python.toolchain: {pip: \"24.0\"}")]
    [InlineData("ERROR: file:///workspace/bare (from -r /workspace/requirements.txt (line 1)) does not appear to be a Python project: neither 'setup.py' nor 'pyproject.toml' found.\n", "requirement-invalid", "Correct '/workspace/bare'")]
    [InlineData("/usr/bin/python3: No module named pip\n", "install-failed", "an image that has pip")]
    public void A_failure_that_leaves_no_doubt_is_named(string stderr, string name, string remedy)
    {
        var cause = Explain(stderr);

        Assert.Equal(name, cause.Name);
        Assert.Contains(remedy, cause.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_traceback_is_about_no_package() =>
        Assert.Null(Explain("Traceback (most recent call last):\n    yield from lines\nValueError: odd\n").Subject);

    private Cause Explain(string stderr)
    {
        var about = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good), Redactor.None);
        StepResult result = new() { Name = "install", Outcome = Outcome.Failed, ExitCode = 1, Termination = new(TerminationReason.Exited, 1) };
        return Assert.Single(Diagnoser.Explain(new() { About = about, Steps = [new() { Result = result, StdoutTail = "", StderrTail = stderr }] }));
    }
}

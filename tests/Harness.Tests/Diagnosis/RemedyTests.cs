using Harness.Diagnosis;
using Harness.Engines;
using Harness.Engines.Images;
using Harness.Engines.Sandboxes;
using Harness.Evidence;
using Harness.Reporting;

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
    [InlineData(127, "", ": harness run smoke.yml --runs 1 --keep.")]
    public void A_command_that_a_shell_cannot_run_is_named(int code, string stderr, string remedy)
    {
        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [Step(code, stderr)] }));

        Assert.Equal("test-failed", cause.Name);
        Assert.Contains(remedy, cause.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("run-1/", cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socket.gaierror: [Errno -3] Temporary failure in name resolution\n")]
    [InlineData("OSError: [Errno 101] Network is unreachable\n")]
    [InlineData("curl: (6) Could not resolve host: example.com\n")]
    [InlineData("wget: bad address 'example.com'\n")]
    public void A_test_without_a_network_is_told_how_to_get_one(string stderr)
    {
        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [Step(1, stderr)] }));

        Assert.Equal("test:imports ended with exit code 1, expected 0: it looked for a network, and tests have none.", cause.Summary);
        Assert.Equal("Give the tests a network if test:imports needs one: network: {test: true}.", cause.Remedy);
    }

    [Fact]
    public void A_test_with_a_network_is_not_told_to_ask_for_one()
    {
        var about = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good + "network: {test: true}\n"), Redactor.None);

        var cause = Assert.Single(Diagnoser.Explain(new() { About = about, Steps = [Step(1, "curl: (6) Could not resolve host: example.com\n")] }));

        Assert.StartsWith("Read what test:imports printed", cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "sh: 1: cannot create /workspace/out.txt: Read-only file system\n", "'/workspace/out.txt': /workspace is read-only", "access: read-write")]
    [InlineData("", "Traceback\nOSError: [Errno 30] Read-only file system: 'out.txt'\n", "'out.txt': /workspace is read-only", "access: read-write")]
    [InlineData("", "touch: cannot touch 'out.txt': Read-only file system\n", "'out.txt': /workspace is read-only", "access: read-write")]
    [InlineData("", "mkdir: cannot create directory ‘/opt/x’: Read-only file system\n", "'/opt/x', which is read-only in the sandbox", "Write to /tmp.")]
    [InlineData("E   OSError: [Errno 30] Read-only file system: '/workspace/x'\n1\n2\n3\n4\n", "", "'/workspace/x'", "access: read-write")]
    public void What_is_read_only_in_the_sandbox_is_named(string stdout, string stderr, string fact, string remedy)
    {
        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [Step(1, stderr) with { StdoutTail = stdout }] }));

        Assert.Contains("it could not write " + fact, cause.Summary, StringComparison.Ordinal);
        Assert.Contains(remedy, cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Traceback\nModuleNotFoundError: No module named 'flask'\n", "'flask'")]
    [InlineData("", "/tmp/venv/bin/python: No module named pytest\n", "'pytest'")]
    [InlineData("", "ModuleNotFoundError: No module named 'google.cloud'\n", "'google.cloud'")]
    [InlineData("E   ModuleNotFoundError: No module named 'flask'\n1\n2\n3\n", "", "'flask'")]
    public void A_module_that_is_not_installed_is_named(string stdout, string stderr, string name)
    {
        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [Step(1, stderr) with { StdoutTail = stdout }] }));

        Assert.Equal($"test:imports ended with exit code 1, expected 0: Python finds no module {name}.", cause.Summary);
        Assert.StartsWith($"Add the package that brings {name} to python.requirements, or ", cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python: No module named flask.__main__; 'flask' is a package and cannot be directly executed\n")]
    [InlineData("ModuleNotFoundError: No module named 'flask.x'; 'flask' is not a package\n")]
    [InlineData("could not write /workspace/.cache: Read-only file system\nNo module named 'speedups'\n1\n2\nAssertionError\n")]
    public void Words_that_say_something_else_or_had_no_consequence_are_not_taken_for_the_reason(string stderr)
    {
        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [Step(1, stderr)] }));

        Assert.Equal("test:imports ended with exit code 1, expected 0.", cause.Summary);
    }

    [Theory]
    [InlineData("python: {executable: python3.12}\n", "python3.12", "The image has no 'python3.12' (python.executable).", 4)]
    [InlineData("", "python", "The image has neither 'python3' nor 'python'.", 2)]
    public void An_interpreter_that_the_image_lacks_is_named_where_the_suite_names_it(string keys, string program, string summary, int line)
    {
        var about = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good + keys), Redactor.None);
        var step = Step(null, "") with { Around = new() { StartError = $"OCI runtime exec failed: exec failed: exec: \"{program}\": executable file not found in $PATH: unknown" } };

        var cause = Assert.Single(Diagnoser.Explain(new() { About = about, Steps = [step with { Result = step.Result with { Name = "sanity", Command = [program] } }] }));

        Assert.Equal(("container-start-failed", summary, line, program), (cause.Name, cause.Summary, cause.Line, cause.Subject));
        Assert.Contains("python.executable", cause.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named_without_the_engines_words()
    {
        var step = Step(null, "") with { Around = new() { StartError = "exec: \"pytest\": executable file not found in $PATH" } };

        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Steps = [step with { Result = step.Result with { Command = ["pytest"] } }] }));

        Assert.Equal("test:imports could not be started: there is no program 'pytest'.", cause.Summary);
        Assert.Contains(cause.Evidence, line => line.Source == "engine");
    }

    [Theory]
    [InlineData("sanity", "", "Raise limits.memory above 6MiB, for instance to 64MiB; harness size measures how much the suite needs.")]
    [InlineData("install", "Collecting greeter\n", "Raise limits.memory above 6MiB, for instance to 64MiB; harness size measures how much the suite needs.")]
    [InlineData("install", "Building wheel for greeter\n", "Raise limits.memory above 6MiB, for instance to 64MiB, or insist on wheels (only-binary), so that nothing is compiled.")]
    [InlineData("test:imports", "", "Raise limits.memory above 6MiB, for instance to 12MiB, or make test:imports use less.")]
    public void What_to_do_about_memory_fits_the_step(string name, string stdout, string remedy)
    {
        var about = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good + "limits: {memory: 6MiB}\n"), Redactor.None);
        var step = Step(137, "") with
        {
            StdoutTail = stdout,
            Around = new() { Before = new() { At = default, OomKills = 0 }, After = new() { At = default, OomKills = 1, PeakMemoryBytes = 6 << 20 } },
        };

        var cause = Diagnoser.Explain(new() { About = about, Steps = [step with { Result = step.Result with { Name = name } }] })[0];

        Assert.Equal(("memory-limit", remedy), (cause.Name, cause.Remedy));
        Assert.Contains("memory limit of 6 MiB", cause.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9, false, null, null)]
    [InlineData(0.97, true, null, "97 %")]
    [InlineData(0.9, false, "more", "90 %; it would be settled by more")]
    [InlineData(0.7, false, null, "70 %")]
    public void A_fact_that_nothing_speaks_against_has_no_percentage(double confidence, bool contradicted, string? settledBy, string? doubt)
    {
        var cause = CauseBuilder.Create("test-failed", confidence, "") with { WouldSettle = settledBy, Contradictions = contradicted ? [new("x", "y")] : [] };

        Assert.Equal(doubt, Wording.Doubt(cause));
    }

    [Fact]
    public void What_engine_or_registry_said_is_told_once()
    {
        const string words = "Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host";
        var image = $"python@{Suites.SuiteFolder.Digest}";
        var about = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good.Replace("python@", "python:3.11@", StringComparison.Ordinal)), Redactor.None);
        var exception = new EngineException(EngineFault.RegistryUnreachable, $"The registry of {image} cannot be used: {words}")
        {
            Fact = $"The registry of {image} cannot be used: no such host.",
            Words = words,
        };

        var cause = Assert.Single(Diagnoser.Explain(new() { About = about, Fault = Fault.Of(exception, Redactor.None) }));

        Assert.Equal($"The registry of {about.Suite.Image} cannot be used: no such host.", cause.Summary);
        Assert.Equal([new EvidenceLine("registry", words)], cause.Evidence);
        Assert.StartsWith("Check that the engine reaches Docker Hub (registry-1.docker.io): ", cause.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_init_that_Podman_lacks_is_no_matter_of_the_image()
    {
        var fault = new Fault(EngineFault.ContainerStartFailed, "container create: container-init binary not found on the host: stat /usr/libexec/podman/catatonit: no such file or directory");

        var cause = Assert.Single(Diagnoser.Explain(Evidence() with { Fault = fault }));

        Assert.Equal(("container-start-failed", "Podman has no init program to give to containers.", null), (cause.Name, cause.Summary, cause.File));
        Assert.Contains("apt install catatonit", cause.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_that_may_not_be_pulled_is_no_matter_of_its_name()
    {
        var fault = new Fault(EngineFault.ImageNotFound, $"The engine does not have x, {ImageStore.SwitchedOff}. Pull it before: docker pull x");

        var cause = Diagnoser.Explain(Evidence() with { Fault = fault })[0];

        Assert.StartsWith("Leave out --offline or unset HARNESS_OFFLINE, or pull it before: docker pull ", cause.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python", "Check name and digest of python: a digest can be deleted upstream. When the repository is private, run docker login.")]
    [InlineData("python:3.11", "Check name and digest of python:3.11: a digest can be deleted upstream (docker pull python:3.11 shows today's). When the repository is private, run docker login.")]
    public void Todays_digest_is_looked_up_where_there_is_a_tag(string name, string remedy)
    {
        var suite = suites.ReadGood(Suites.SuiteFolder.Good.Replace("image: python@", $"image: {name}@", StringComparison.Ordinal));

        var cause = Diagnoser.Explain(new() { About = SuiteEvidence.Of(suite, Redactor.None), Fault = new(EngineFault.ImageNotFound, "not found") })[0];

        Assert.Equal(remedy, cause.Remedy);
    }

    private AttemptEvidence Evidence() => new() { About = SuiteEvidence.Of(suites.ReadGood(Suites.SuiteFolder.Good), Redactor.None) };

    private StepEvidence Step(int? code, string stderr) => new()
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

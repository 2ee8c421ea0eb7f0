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
    [InlineData(127, "", "run it by hand in ")]
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

    [Fact]
    public void A_conflict_names_what_to_loosen_with_its_line()
    {
        var cause = Installed("The conflict is caused by:\n    The user requested greeter==1.0.0\n    holder 2.0 depends on greeter>=1.1\n    The user requested (constraint) greeter==1.1.0\n",
            "ERROR: Cannot install greeter==1.0.0 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit\n");

        Assert.Equal("dependency-conflict", cause.Name);
        Assert.Equal(
            "Loosen greeter==1.0.0 (requirements.txt(2)) or holder 2.0 (requirements.txt(1)), which asks for greeter>=1.1, or greeter==1.1.0 (constraints.txt(1)).",
            cause.Remedy);
    }

    [Fact]
    public void The_name_of_an_index_that_is_none_is_told_without_addresses_of_objects()
    {
        var cause = Installed("", "ERROR: Could not find a version that satisfies the requirement greeter (from versions: none)\nERROR: No matching distribution found for greeter\n",
            "Could not fetch URL https://no.such.host/simple/greeter/: connection error: HTTPSConnectionPool(host='no.such.host', port=443): Max retries exceeded (Caused by "
            + "NameResolutionError(\"<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f33c6809190>: Failed to resolve 'no.such.host' ([Errno -3] Temporary failure in name resolution)\")) - skipping\n");

        Assert.Equal("install: the name of the index, no.such.host, cannot be resolved (asked for greeter).", cause.Summary);
        Assert.DoesNotContain(cause.Evidence, line => line.Text.Contains("0x", StringComparison.Ordinal));
        Assert.Contains(cause.Evidence, line => line.Text.Contains("NameResolutionError(\"Failed to resolve", StringComparison.Ordinal));
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

    /// <summary>What pip 23 and 20 print of a folder; without the log nobody knows why it could not be built.</summary>
    [Theory]
    [InlineData("Collecting greeter\nObtaining file:///workspace (from -r /workspace/requirements.txt (line 1))\n", "  × Getting requirements to build editable did not run successfully.\n", "source-build-failed")]
    [InlineData("Collecting greeter\nProcessing /workspace\n", "  × Getting requirements to build wheel did not run successfully.\n", "source-build-failed")]
    [InlineData("Collecting greeter\nProcessing /workspace\n", "  × pip subprocess to install build dependencies did not run successfully.\n", "build-backend-missing")]
    public void What_is_built_from_a_folder_is_called_as_the_line_calls_it(string stdout, string stderr, string name)
    {
        var cause = Installed(stdout, stderr, pipLog: null, requirements: "greeter\n-e ./\n");

        Assert.Equal((name, "./", "requirements.txt", 2), (cause.Name, cause.Subject, cause.File, cause.Line));
        Assert.StartsWith("install: ./ ", cause.Summary, StringComparison.Ordinal);
        Assert.Contains("build a wheel before the run", cause.Remedy, StringComparison.Ordinal);
        Assert.Equal(name == "source-build-failed" ? 0.7 : 0.9, cause.Confidence);
    }

    [Theory]
    [InlineData("read-only", "error: could not create 'core.egg-info': Read-only file system", true)]
    [InlineData("read-only", "  OSError: [Errno 30] Read-only file system: '/workspace/libs/core/build'", true)]
    [InlineData("read-only", "  OSError: [Errno 30] Read-only file system: '/usr/include'", false)]
    [InlineData("read-only", "failed to create directory: Read-only file system (os error 30)", true)]
    [InlineData("read-only", "error: could not create 'core.egg-info': Permission denied", false)]
    [InlineData("read-write", "error: could not create 'core.egg-info': Permission denied", true)]
    [InlineData("read-write", "PermissionError: [Errno 13] Permission denied: 'build'", true)]
    [InlineData("read-write", "error: Cannot update time stamp of directory 'core.egg-info'", true)]
    [InlineData("read-write", "sh: 1: ./configure: Permission denied", false)]
    [InlineData("read-write", "error: could not create 'core.egg-info': Read-only file system", false)]
    public void A_build_that_may_not_write_is_told_from_one_that_fails_otherwise(string access, string said, bool unwritable)
    {
        var cause = Installed(
            "Processing ./libs/core\n", "  × Building wheel for core (pyproject.toml) did not run successfully.\n  ERROR: Failed building wheel for core\n",
            $"2026-01-31T12:00:00,000   {said}\n2026-01-31T12:00:00,000   [bold magenta]cwd[/]: /workspace/libs/core\n",
            "greeter\n./libs/core[extra]\n", $"workspace: {{access: {access}}}\n");

        Assert.Equal((unwritable ? "workspace-unwritable" : "source-build-failed", 2), (cause.Name, cause.Line));
        Assert.Equal(unwritable, cause.Evidence.Any(line => line == new EvidenceLine("pip-log", said.Trim())) && cause.Summary.StartsWith("install: building ./libs/core writes into /workspace/libs/core, which ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Python.h", "Use an image that has Python.h (the python3-dev package), or a version of greeter that has a wheel.")]
    [InlineData("ffi.h", "Use an image that has ffi.h (the -dev package of that library), or a version of greeter that has a wheel.")]
    public void A_header_that_a_build_lacks_is_told_with_the_package_that_has_it(string header, string remedy)
    {
        var cause = Installed("", "  ERROR: Failed building wheel for greeter\n", $"2026-01-31T12:00:00,000   x.c:1:10: fatal error: {header}: No such file or directory\n");

        Assert.Equal(("source-build-failed", remedy), (cause.Name, cause.Remedy));
    }

    /// <summary>As pip 24.1 and newer say it; pip 20 to 23 are in the laboratory.</summary>
    [Theory]
    [InlineData("ERROR: Invalid requirement: 'flask>>3': Expected end or semicolon (after name and no valid version specifier)\n    flask>>3\n         ^ (from line 2 of /workspace/requirements.txt)\n", "flask>>3", 2)]
    [InlineData("ERROR: Extras after version '==1.0[x]'.\n", "idna==1.0[x]", 3)]
    public void What_pip_cannot_read_is_at_its_line(string stderr, string asked, int line)
    {
        var cause = Installed("", stderr, "", "# two\nflask>>3\nidna==1.0[x]\n");

        Assert.Equal(("requirement-invalid", asked, line), (cause.Name, cause.Subject, cause.Line));
    }

    [Fact]
    public void A_line_of_somebody_elses_that_pip_cannot_read_is_nobodys_requirement() => Assert.Equal(
        "install-failed", Installed("", "ERROR: Invalid requirement: 'flask>>3' (from line 2 of /tmp/pip-build/requirements.txt)\n", "", "flask\n").Name);

    private Cause Installed(string stdout, string stderr, string? pipLog = "", string requirements = "holder\ngreeter == 1.0.0\n", string keys = "")
    {
        suites.Write("requirements.txt", requirements);
        suites.Write("constraints.txt", "greeter==1.1.0\n");
        var suite = suites.ReadGood(Suites.SuiteFolder.Good + "python: {requirements: [requirements.txt], constraints: [constraints.txt]}\n" + keys);
        var step = Step(1, stderr) with { StdoutTail = stdout };
        return Diagnoser.Explain(new()
        {
            About = SuiteEvidence.Of(suite, Redactor.None),
            Steps = [step with { Result = step.Result with { Name = "install" } }],
            PipLog = pipLog,
        })[0];
    }

    [Fact]
    public void Two_demands_in_the_same_words_at_the_same_line_are_named_once()
    {
        var cause = Installed(
            "The conflict is caused by:\n    The user requested greeter==1.1.0\n    The user requested (constraint) greeter==1.1.0\n\n",
            "ERROR: Cannot install greeter==1.1.0 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit\n",
            requirements: "greeter==1.1.0\n");

        Assert.Equal("Loosen greeter==1.1.0 (requirements.txt(1)).", cause.Remedy);
    }

    /// <summary>As pip 20.3 to 25 say it of a folder, an editable folder and an archive.</summary>
    [Theory]
    [InlineData("# held by us", ".", "/workspace", "Remove shop==1.2.0 from constraints.txt: the version of what comes from the workspace is the project's own.")]
    [InlineData("# held by us", "./dist/shop-1.2.1-py3-none-any.whl", "/workspace/dist/shop-1.2.1-py3-none-any.whl", "Remove shop==1.2.0 from constraints.txt: ")]
    [InlineData("# Written by harness pin from a green run.", "./sub", "file:///workspace/sub", "constraints.txt was written by harness pin. Resolve anew with 'harness run --upgrade', then 'harness pin'. ")]
    public void A_constraint_that_holds_an_older_version_of_the_project_is_what_is_wrong(string header, string line, string place, string remedy)
    {
        suites.Write("requirements.txt", line + "\n");
        suites.Write("constraints.txt", header + "\nshop==1.2.0\n");
        var suite = suites.ReadGood($"{Suites.SuiteFolder.Good}python: {{requirements: [requirements.txt], constraints: [constraints.txt]}}\n");
        var install = new StepEvidence
        {
            Result = Step(1, "").Result with { Name = "install" },
            StdoutTail = $"The conflict is caused by:\n    The user requested shop 1.2.1 (from {place})\n    The user requested (constraint) shop==1.2.0\n\n",
            StderrTail = $"ERROR: Cannot install shop 1.2.1 (from {place}) because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit x\n",
        };

        var cause = Diagnoser.Explain(new() { About = SuiteEvidence.Of(suite, Redactor.None), Steps = [install] })[0];

        Assert.Equal(("dependency-conflict", "shop", "constraints.txt", 2), (cause.Name, cause.Subject, cause.File, cause.Line));
        Assert.Equal($"install: constraints.txt(2) holds shop==1.2.0, but {line} is shop 1.2.1.", cause.Summary);
        Assert.StartsWith(remedy, cause.Remedy, StringComparison.Ordinal);
        Assert.Contains(new("stdout", "The user requested (constraint) shop==1.2.0"), cause.Evidence);
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
        Assert.EndsWith("greeter==1.1.0 (constraints.txt(2))." + pinned, cause.Remedy, StringComparison.Ordinal);
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

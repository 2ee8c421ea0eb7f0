using Harness.Diagnosis;
using Harness.Engines.Sandboxes;
using Harness.Evidence;

namespace Harness.Tests.Diagnosis;

/// <summary>What an install is told to do, from pip's words; the laboratory has the rest, with a real pip.</summary>
public sealed class InstallRemedyTests : IDisposable
{
    private readonly Suites.SuiteFolder suites = new();

    public void Dispose() => suites.Dispose();

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
        var cause = Installed(
            $"The conflict is caused by:\n    The user requested shop 1.2.1 (from {place})\n    The user requested (constraint) shop==1.2.0\n\n",
            $"ERROR: Cannot install shop 1.2.1 (from {place}) because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit x\n",
            pipLog: null,
            requirements: line + "\n",
            constraints: header + "\nshop==1.2.0\n");

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
        var cause = Installed(
            "The conflict is caused by:\n    The user requested greeter<1.1\n    The user requested (constraint) greeter==1.1.0\n\n",
            "ERROR: Cannot install greeter<1.1 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit x\n",
            pipLog: null,
            requirements: "greeter<1.1\n",
            constraints: header + "\ngreeter==1.1.0\n");

        Assert.Equal("dependency-conflict", cause.Name);
        Assert.EndsWith("greeter==1.1.0 (constraints.txt(2))." + pinned, cause.Remedy, StringComparison.Ordinal);
    }

    private Cause Installed(
        string stdout, string stderr, string? pipLog = "", string requirements = "holder\ngreeter == 1.0.0\n", string keys = "", string constraints = "greeter==1.1.0\n")
    {
        suites.Write("requirements.txt", requirements);
        suites.Write("constraints.txt", constraints);
        var suite = suites.ReadGood($"{Suites.SuiteFolder.Good}python: {{requirements: [requirements.txt], constraints: [constraints.txt]}}\n{keys}");
        var install = new StepEvidence
        {
            Result = new() { Name = "install", Outcome = Outcome.Failed, ExitCode = 1, Termination = new(TerminationReason.Exited, 1), Stderr = "run-1/attempt-1/02-install.stderr.log" },
            StdoutTail = stdout,
            StderrTail = stderr,
        };
        return Diagnoser.Explain(new() { About = SuiteEvidence.Of(suite, Redactor.None), Steps = [install], PipLog = pipLog })[0];
    }
}

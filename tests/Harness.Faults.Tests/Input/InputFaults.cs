using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Input;

public sealed class InputFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task A_key_that_does_not_exist() => lab.RunAsync(new() { Cause = "suite-invalid", Step = null, Remedy = "memory", Keys = "limits: {memroy: 1GiB}\n" });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_value_of_the_wrong_type() => lab.RunAsync(new() { Cause = "suite-invalid", Step = null, Remedy = "from 1 to 100", Keys = "runs: many\n" });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_image_without_a_digest() => lab.RunAsync(new() { Cause = "image-unpinned", Step = null, Remedy = "@sha256:", Image = _ => "python:3.11" });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_requirements_file_that_is_not_there() => lab.RunAsync(new()
    {
        Cause = "file-missing",
        Step = null,
        Remedy = "absent.txt",
        Python = "{requirements: [absent.txt]}",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_wheelhouse_outside_the_suites_folder() => lab.RunAsync(new()
    {
        Cause = "path-outside",
        Step = null,
        Remedy = "--allow-outside",
        Python = "{wheelhouse: ../..}",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_hash_in_the_constraints_and_none_in_the_requirements() => lab.RunAsync(new()
    {
        Cause = "hash-in-constraints",
        Step = null,
        Remedy = "harness pin --hashes",
        Python = "{requirements: [requirements.txt], constraints: [constraints.txt]}",
        Requirements = "greeter\n",
        Prepare = bench => bench.Write("constraints.txt", "greeter==1.0 --hash=sha256:00\n"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_folder_that_the_sandboxs_user_may_not_read() => lab.RunAsync(new()
    {
        Cause = "workspace-unreadable",
        Step = null,
        Remedy = "chmod -R o+rX",
        Prepare = bench => File.SetUnixFileMode(bench.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_requirement_and_a_constraint_for_two_exact_versions() => lab.RunAsync(new()
    {
        Cause = "requirement-contradicted",
        Step = null,
        Remedy = "one version",
        Python = "{requirements: [requirements.txt], constraints: [constraints.txt]}",
        Requirements = "greeter==1.0.0\n",
        Texts = new Dictionary<string, string> { ["constraints.txt"] = "greeter==1.1.0\n" },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_requirement_that_no_pip_can_read() => lab.RunAsync(new()
    {
        Cause = "requirement-invalid",
        Step = null,
        Remedy = "NAME>=1.0,<2",
        Python = InstallInjections.Wheelhouse,
        Requirements = "first >> 3\n",
        Packages = [new WheelFile("first", "1.0")],
    });

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_requirement_that_pip_finds_unreadable()
    {
        var result = await lab.RunAsync(Unreadable("./absent", "first\n-r more.txt\n", ("more.txt", "# none of these\n./absent ; python_version > '3'\n")));

        Assert.Equal("more.txt(2)", $"{result.Causes[0].File}({result.Causes[0].Line})");
        Assert.Contains(result.Causes[0].Evidence, line => line.Text.Contains("Hint: It looks like a path", StringComparison.Ordinal));
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_marker_that_pip_cannot_read()
    {
        var result = await lab.RunAsync(Unreadable("first; python_versoin < '3'", "first; python_versoin < '3'\n"));

        Assert.Equal("requirements.txt(1)", $"{result.Causes[0].File}({result.Causes[0].Line})");
    }

    /// <summary>Real setuptools, which writes into what it builds.</summary>
    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_project_that_installs_itself_from_a_workspace_that_is_read_only()
    {
        var result = await lab.RunAsync(Project("-e .[extra]  # itself\n") with { Remedy = "workspace: {access: read-write} and user: \"UID:GID\"" });

        var cause = result.Causes[0];
        Assert.Equal("install: building . writes into /workspace, which is read-only.", cause.Summary);
        Assert.Equal("requirements.txt(2)", $"{cause.File}({cause.Line})");
        Assert.Equal("error: could not create 'project.egg-info': Read-only file system", Assert.Single(cause.Evidence, line => line.Source == "pip-log").Text);
        Assert.Empty(result.Warnings); // the same was said before the run
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task A_project_that_installs_itself_from_a_workspace_that_it_may_not_write()
    {
        var result = await lab.RunAsync(Project(".\n") with { Remedy = "chmod -R o+rwX .", Keys = "runs: 1\nworkspace: {access: read-write}\n" });

        var cause = result.Causes[0];
        Assert.Equal("install: building . writes into /workspace, which the sandbox's user 1000:1000 cannot write.", cause.Summary);
        Assert.Equal("requirements.txt(2)", $"{cause.File}({cause.Line})");
        Assert.Equal("error: could not create 'project.egg-info': Permission denied", Assert.Single(cause.Evidence, line => line.Source == "pip-log").Text);
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_variable_that_is_not_set() => lab.RunAsync(new()
    {
        Cause = "variable-unset",
        Step = null,
        Remedy = "HARNESS_LAB_ABSENT",
        Python = "{index-url: \"${HARNESS_LAB_ABSENT}\"}",
    });

    private static Scenario Unreadable(string line, string requirements, params (string Name, string Text)[] texts) => new()
    {
        Cause = "requirement-invalid",
        Step = "install",
        Subject = line,
        Remedy = "./FOLDER",
        Python = InstallInjections.Wheelhouse,
        Requirements = requirements,
        Packages = [new WheelFile("first", "1.0")],
        Texts = texts.ToDictionary(text => text.Name, text => text.Text),
    };

    private static Scenario Project(string requirement) => new()
    {
        Cause = "workspace-unwritable",
        Step = "install",
        Subject = ".",
        Remedy = "",
        Python = InstallInjections.Wheelhouse,
        Requirements = "# what we make\n" + requirement,
        Texts = new Dictionary<string, string>
        {
            ["setup.py"] = "from setuptools import setup\n\nsetup(name=\"project\", version=\"1.0\", py_modules=[\"project\"])\n",
            ["project.py"] = "",
        },
        Prepare = bench => NativePackage.CopyFixtures(bench),
    };
}

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
    public Task A_variable_that_is_not_set() => lab.RunAsync(new()
    {
        Cause = "variable-unset",
        Step = null,
        Remedy = "HARNESS_LAB_ABSENT",
        Python = "{index-url: \"${HARNESS_LAB_ABSENT}\"}",
    });
}

using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Install;

/// <summary>What pip installs into is not there, or not to be written to; and what it installs is not what its name says.</summary>
public sealed class EnvironmentFaults(FaultLab lab)
{
    private static readonly Scenario Good = new()
    {
        Cause = "install-failed",
        Step = "install",
        Remedy = "",
        Python = InstallInjections.Wheelhouse,
        Requirements = "greeter\n",
        Packages = [new WheelFile("greeter", "1.0")],
    };

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_system_that_the_sandboxs_user_may_not_write() => lab.RunAsync(Good with
    {
        Remedy = "python.environment: venv",
        Python = "{requirements: [requirements.txt], wheelhouse: wheels, environment: system}",
        Keys = "env: {PIP_BREAK_SYSTEM_PACKAGES: \"1\", PIP_USER: \"0\", PYTHONNOUSERSITE: \"1\"}\nruns: 1\n",
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_target_that_is_read_only() => lab.RunAsync(Good with { Remedy = "PIP_TARGET", Keys = "env: {PIP_TARGET: /opt/elsewhere}\nruns: 1\n" });

    [Theory(Timeout = FaultLab.Limit)]
    [InlineData("venv")]
    [InlineData("ensurepip")]
    public async Task A_Python_without(string module)
    {
        // With a pip of the image's own, ensurepip is not missed.
        await using var image = await LabImage.AfterAsync($"rm -r /usr/lib/python3*/{module} /usr/lib/python3/dist-packages/pip*");

        await lab.RunAsync(Good with { Remedy = "python3-venv", Image = _ => image.Name, Environment = environment => environment["HARNESS_ALLOW_UNPINNED"] = "true" });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public async Task An_image_without_pip()
    {
        await using var image = await LabImage.AfterAsync("rm -r /usr/lib/python3/dist-packages/pip*");

        await lab.RunAsync(Good with
        {
            Cause = "expectation-failed",
            Step = "sanity",
            Remedy = "Use an image that has pip",
            Python = "{requirements: [requirements.txt], wheelhouse: wheels, environment: system}",
            Image = _ => image.Name,
            Environment = environment => environment["HARNESS_ALLOW_UNPINNED"] = "true",
        });
    }

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_wheel_that_was_renamed() => lab.RunAsync(Good with
    {
        Cause = "archive-corrupt",
        Subject = "greeter",
        Remedy = "Build greeter-1.0-py3-none-any.whl again",
        Packages = [],
        Prepare = bench => bench.Write("wheels/greeter-1.0-py3-none-any.whl", new WheelFile("greeter", "2.0").Build()),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_version_of_which_there_is_only_a_pre_release() => lab.RunAsync(Good with
    {
        Cause = "requirement-not-found",
        Subject = "greeter",
        Remedy = "greeter==2.0rc1",
        Requirements = "greeter==2.0\n",
        Packages = [new WheelFile("greeter", "2.0rc1")],
    });
}

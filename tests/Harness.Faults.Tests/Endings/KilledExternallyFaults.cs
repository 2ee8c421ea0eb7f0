using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Endings;

public sealed class KilledExternallyFaults(FaultLab lab)
{
    private static readonly Scenario Kill = new() { Cause = "killed-externally", Step = "test:victim", Subject = "victim", Remedy = "docker kill", Tests = WaitingTest.Text };

    [Fact(Timeout = FaultLab.Limit)]
    public Task Somebody_kills_the_container() => lab.RunAsync(Kill with
    {
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.DockerAsync("kill", run.Container);
        },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task Somebody_stops_the_container() => lab.RunAsync(Kill with
    {
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.DockerAsync("stop", "--time", "1", run.Container);
        },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task Somebody_kills_the_main_process_past_the_engine() => lab.RunAsync(Kill with
    {
        Remedy = "SIGKILL",
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.RunAsync("kill", "-KILL", await LabEngine.DockerAsync("inspect", "--format", "{{.State.Pid}}", run.Container));
        },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_container_killed_after_a_child_ran_out_of_memory_was_killed() => lab.RunAsync(Kill with
    {
        Second = "memory-limit",
        Keys = "runs: 1\nlimits: {memory: 96MiB, disk: 32MiB}\n",
        Tests = TestText.Shell("victim", $"python3 -c 'x = [bytearray(4 << 20) for _ in range(1000)]'\nsleep 2\necho {WaitingTest.Word}\nsleep 60"),
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.DockerAsync("kill", run.Container);
        },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task Somebody_kills_pip_past_the_engine() => lab.RunAsync(Kill with
    {
        Step = "install",
        Subject = "brittle",
        Remedy = "SIGKILL",
        Python = InstallInjections.Wheelhouse,
        Requirements = "brittle==1.0\n",
        Packages = [new SdistFile("brittle", "1.0") { OnMetadata = "time.sleep(60)" }],
        Tests = "- {name: nothing, run: [\"true\"]}",
        Inject = async run =>
        {
            await run.PrintedAsync("Preparing metadata");
            await LabEngine.RunAsync("kill", "-KILL", await run.HostPidAsync("pip.log"));
        },
    });
}

using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Endings;

public sealed class KilledExternallyFaults(FaultLab lab)
{
    private static readonly string Waiting = Script.Python("victim", "import time\nprint('ready')\ntime.sleep(60)");

    [Fact(Timeout = FaultLab.Limit)]
    public Task Somebody_kills_the_container() => lab.RunAsync(new()
    {
        Cause = "killed-externally", Step = "test:victim", Remedy = "docker kill",
        Tests = Waiting,
        Inject = async run =>
        {
            await run.PrintedAsync("ready");
            await LabEngine.DockerAsync("kill", run.Container);
        },
    });
}

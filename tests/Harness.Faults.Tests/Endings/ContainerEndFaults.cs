using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Endings;

public sealed class ContainerEndFaults(FaultLab lab)
{
    [Fact(Timeout = FaultLab.Limit)]
    public Task Somebody_removes_the_container() => lab.RunAsync(new()
    {
        Cause = "container-removed",
        Step = "test:victim",
        Subject = "victim",
        Remedy = "io.harness.suite=fault-",
        Tests = WaitingTest.Text,
        Inject = async run =>
        {
            await run.PrintedAsync(WaitingTest.Word);
            await LabEngine.DockerAsync("rm", "--force", run.Container);
        },
    });

    [Fact(Timeout = FaultLab.Limit)]
    public async Task The_main_process_ends_early_with_0()
    {
        await using var image = await LabImage.WithProgramAsync("/usr/bin/sleep", "umask 0; mkfifo /tmp/end; read word < /tmp/end; exit 0");

        await lab.RunAsync(new()
        {
            Cause = "main-process-exited",
            Step = "test:victim",
            Subject = "victim",
            Remedy = image.Name,
            Image = _ => image.Name,
            Environment = environment => environment["HARNESS_ALLOW_UNPINNED"] = "true",
            Tests = TestText.Python("victim", "import os, time\nos.write(os.open('/tmp/end', os.O_WRONLY), b'now\\n')\ntime.sleep(60)"),
        });
    }
}

using Harness.Doctor.Injecting;
using Harness.Doctor.Injecting.Packages;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class DiskFaults(FaultLab lab)
{
    private const string Small = "runs: 1\nlimits: {disk: 8MiB, memory: 256MiB}\n";
    private const string Few = "runs: 1\nlimits: {inodes: 300, memory: 256MiB, disk: 64MiB}\n";

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_fills_the_disk() => lab.RunAsync(new(ResourceInjections.DiskFull));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_fills_the_disk_and_cleans_up() => lab.RunAsync(new()
    {
        Cause = "disk-full",
        Step = "test:tidy",
        Subject = "tidy",
        Remedy = "16MiB",
        Keys = Small,
        Tests = TestText.Python("tidy", "import tempfile\nwith tempfile.NamedTemporaryFile() as f:\n    while True: f.write(bytes(1 << 16))"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_install_that_fills_the_disk() => lab.RunAsync(new()
    {
        Cause = "disk-full",
        Step = "install",
        Subject = "bulky",
        Remedy = "16MiB",
        Keys = Small,
        Python = InstallInjections.Wheelhouse,
        Requirements = "bulky==1.0\n",
        Packages = [new WheelFile("bulky", "1.0") { Source = "#" + new string('x', 12 << 20) }],
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_makes_too_many_files() => lab.RunAsync(new(ResourceInjections.InodesExhausted));

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_install_of_too_many_files() => lab.RunAsync(new()
    {
        Cause = "inodes-exhausted",
        Step = "install",
        Subject = "swarm",
        Remedy = "600",
        Keys = Few,
        Python = InstallInjections.Wheelhouse,
        Requirements = "swarm==1.0\n",
        Packages = [new WheelFile("swarm", "1.0") { Files = Enumerable.Range(0, 400).ToDictionary(i => $"swarmed/m{i}.txt", _ => "x") }],
    });
}

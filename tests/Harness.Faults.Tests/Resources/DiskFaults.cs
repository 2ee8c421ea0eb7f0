using Harness.Faults.Tests.Lab;
using Harness.Faults.Tests.Lab.Packages;

namespace Harness.Faults.Tests.Resources;

public sealed class DiskFaults(FaultLab lab)
{
    private const string Small = "runs: 1\nlimits: {disk: 8MiB, memory: 256MiB}\n";
    private const string Few = "runs: 1\nlimits: {inodes: 300, memory: 256MiB, disk: 64MiB}\n";

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_fills_the_disk() => lab.RunAsync(new()
    {
        Cause = "disk-full",
        Step = "test:writer",
        Subject = "writer",
        Remedy = "16MiB",
        Keys = Small,
        Tests = Script.Python("writer", "with open('/tmp/big', 'wb') as f:\n    while True: f.write(bytes(1 << 16))"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_fills_the_disk_and_cleans_up() => lab.RunAsync(new()
    {
        Cause = "disk-full",
        Step = "test:tidy",
        Subject = "tidy",
        Remedy = "16MiB",
        Keys = Small,
        Tests = Script.Python("tidy", "import tempfile\nwith tempfile.NamedTemporaryFile() as f:\n    while True: f.write(bytes(1 << 16))"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_install_that_fills_the_disk() => lab.RunAsync(new()
    {
        Cause = "disk-full",
        Step = "install",
        Subject = "bulky",
        Remedy = "16MiB",
        Keys = Small,
        Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
        Requirements = "bulky==1.0\n",
        Prepare = bench => bench.Write("wheels/bulky-1.0-py3-none-any.whl", new WheelFile("bulky", "1.0") { Source = "#" + new string('x', 12 << 20) }.Build()),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_test_that_makes_too_many_files() => lab.RunAsync(new()
    {
        Cause = "inodes-exhausted",
        Step = "test:maker",
        Subject = "maker",
        Remedy = "600",
        Keys = Few,
        Tests = Script.Python("maker", "for i in range(1000): open(f'/tmp/{i}', 'w').close()"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task An_install_of_too_many_files() => lab.RunAsync(new()
    {
        Cause = "inodes-exhausted",
        Step = "install",
        Subject = "swarm",
        Remedy = "600",
        Keys = Few,
        Python = "{requirements: [requirements.txt], wheelhouse: wheels}",
        Requirements = "swarm==1.0\n",
        Prepare = bench => bench.Write("wheels/swarm-1.0-py3-none-any.whl",
            new WheelFile("swarm", "1.0") { Files = Enumerable.Range(0, 400).ToDictionary(i => $"swarmed/m{i}.txt", _ => "x") }.Build()),
    });
}

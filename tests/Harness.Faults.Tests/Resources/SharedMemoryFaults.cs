using Harness.Doctor.Injecting;
using Harness.Faults.Tests.Lab;

namespace Harness.Faults.Tests.Resources;

public sealed class SharedMemoryFaults(FaultLab lab)
{
    private static readonly Scenario Full = new()
    {
        Cause = "shared-memory-full",
        Step = "test:loader",
        Subject = "loader",
        Remedy = "16MiB",
        Keys = "runs: 1\nlimits: {shared-memory: 4MiB}\n",
    };

    [Fact(Timeout = FaultLab.Limit)]
    public Task Shared_memory_that_is_written_past_its_end() => lab.RunAsync(new(ResourceInjections.SharedMemoryFull));

    [Fact(Timeout = FaultLab.Limit)]
    public Task A_file_in_shared_memory_that_grows() => lab.RunAsync(Full with
    {
        Tests = TestText.Shell("loader", "dd if=/dev/zero of=/dev/shm/x bs=64k count=1000"),
    });

    [Fact(Timeout = FaultLab.Limit)]
    public Task Shared_memory_that_is_gone_with_its_process() => lab.RunAsync(Full with
    {
        Tests = TestText.Python("loader", "import mmap, os\nf = os.open('/dev/shm/x', os.O_RDWR | os.O_CREAT)\nos.unlink('/dev/shm/x')\nos.ftruncate(f, 16 << 20)\nm = mmap.mmap(f, 16 << 20)\nfor i in range(0, 16 << 20, 4096): m[i] = 1"),
    });
}

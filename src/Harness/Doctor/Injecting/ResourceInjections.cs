namespace Harness.Doctor.Injecting;

/// <summary>A sandbox that has too little of something. Each takes a bounded amount, should a limit not hold on some engine.</summary>
public static class ResourceInjections
{
    private const string SmallDisk = "runs: 1\nlimits: {disk: 8MiB, memory: 256MiB}\n";

    /// <summary>Memory, by the test's own process.</summary>
    public static Injection MemoryLimit { get; } = new()
    {
        Cause = "memory-limit",
        What = "a test takes more memory than its container may have",
        Step = "test:hungry",
        Subject = "hungry",
        Remedy = "192MiB",
        Keys = "runs: 1\nlimits: {memory: 96MiB, disk: 32MiB}\n",
        Tests = TestText.Python("hungry", "x = [bytearray(4 << 20) for _ in range(100)]"),
    };

    /// <summary>Memory, by a request that no machine can meet.</summary>
    public static Injection MemoryError { get; } = new()
    {
        Cause = "memory-error",
        What = "a test asks for 64 TiB at once",
        Step = "test:greedy",
        Subject = "greedy",
        Remedy = "1 GiB",
        Tests = TestText.Python("greedy", "bytearray(1 << 46)"),
    };

    /// <summary>Bytes on the disk.</summary>
    public static Injection DiskFull { get; } = new()
    {
        Cause = "disk-full",
        What = "a test writes more than there is room for",
        Step = "test:writer",
        Subject = "writer",
        Remedy = "16MiB",
        Keys = SmallDisk,
        Tests = TestText.Python("writer", "with open('/tmp/big', 'wb') as f:\n    for _ in range(1000): f.write(bytes(1 << 16))"),
    };

    /// <summary>Files on the disk.</summary>
    public static Injection InodesExhausted { get; } = new()
    {
        Cause = "inodes-exhausted",
        What = "a test makes more files than there is room for",
        Step = "test:maker",
        Subject = "maker",
        Remedy = "600",
        Keys = "runs: 1\nlimits: {inodes: 300, memory: 256MiB, disk: 64MiB}\n",
        Tests = TestText.Python("maker", "for i in range(1000): open(f'/tmp/{i}', 'w').close()"),
    };

    /// <summary>Processes.</summary>
    public static Injection ProcessLimit { get; } = new()
    {
        Cause = "process-limit",
        What = "a test starts more processes than its container may have",
        Step = "test:many",
        Subject = "many",
        Remedy = "64",
        Keys = "runs: 1\nlimits: {pids: 32}\n",
        Tests = TestText.Python("many", "import subprocess\nfor _ in range(100): subprocess.Popen(['sleep', '1'])"),
    };

    /// <summary>Shared memory.</summary>
    public static Injection SharedMemoryFull { get; } = new()
    {
        Cause = "shared-memory-full",
        What = "a test writes past the end of /dev/shm",
        Step = "test:loader",
        Subject = "loader",
        Remedy = "16MiB",
        Keys = "runs: 1\nlimits: {shared-memory: 4MiB}\n",
        Tests = TestText.Python("loader", "import mmap, os\nf = os.open('/dev/shm/x', os.O_RDWR | os.O_CREAT)\nos.ftruncate(f, 16 << 20)\nm = mmap.mmap(f, 16 << 20)\nfor i in range(0, 16 << 20, 4096): m[i] = 1"),
    };

    /// <summary>Patience with output.</summary>
    public static Injection OutputFlood { get; } = new()
    {
        Cause = "output-flood",
        What = "a test prints without end",
        Step = "test:chatty",
        Subject = "chatty",
        Remedy = "1MiB",
        Keys = "runs: 1\nlimits: {output: 64KiB, output-abort: 1MiB}\n",
        Tests = "- {name: chatty, run: [\"yes\"]}",
    };

    /// <summary>Processor time.</summary>
    public static Injection CpuThrottled { get; } = new()
    {
        Cause = "cpu-throttled",
        What = "a test with a twentieth of a processor gives up on its own work",
        Step = "test:busy",
        Subject = "busy",
        Remedy = "limits.cpus above 0.05",
        Keys = "runs: 1\nlimits: {cpus: 0.05}\n",
        Tests = TestText.Python("busy", "import time\nend = time.process_time() + 0.3\ncount = 0\nwhile time.process_time() < end: count += 1\nraise TimeoutError('the work took too long')"),
    };
}

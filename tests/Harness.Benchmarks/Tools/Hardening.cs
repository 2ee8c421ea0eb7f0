using Harness.Engines;
using Harness.Engines.Sandboxes;

namespace Harness.Benchmarks.Tools;

/// <summary>One hardened container in the three languages of the contenders: what they are asked for must not differ.</summary>
internal static class Hardening
{
    private const long MiB = 1 << 20;
    private const string User = "1000:1000";
    private const string Scratch = "rw,exec,nosuid,nodev,size=134217728,nr_inodes=10000,mode=1777";
    private static readonly ContainerLimits Limits = new(256 * MiB, null, 64, 128 * MiB, 10_000, 64 * MiB);

    /// <summary>For Harness.</summary>
    public static SandboxSpec Sandbox(string image) => new() { Image = image, User = User, Limits = Limits };

    /// <summary>Options of <c>docker run</c>.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "--init", "--network", "none", "--ipc", "private", "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
        "--tmpfs", $"/tmp:{Scratch}", "--shm-size", "64m", "--memory", "256m", "--memory-swap", "256m", "--pids-limit", "64",
        "--ulimit", "nofile=4096:4096", "--ulimit", "core=0", "--oom-score-adj", "800",
        "--log-driver", "json-file", "--log-opt", "max-size=1m", "--log-opt", "max-file=1", "--user", User,
    ];

    /// <summary>The body of <c>POST /containers/create</c>.</summary>
    public static object Body(string image) => new
    {
        Image = image,
        Entrypoint = new[] { "sleep", "2147483647" },
        User,
        WorkingDir = "/",
        Labels = new Dictionary<string, string> { ["benchmark"] = "raw" },
        HostConfig = new
        {
            Init = true,
            NetworkMode = "none",
            IpcMode = "private",
            ReadonlyRootfs = true,
            CapDrop = new[] { "ALL" },
            SecurityOpt = new[] { "no-new-privileges" },
            Tmpfs = new Dictionary<string, string> { ["/tmp"] = Scratch },
            ShmSize = Limits.SharedMemoryBytes,
            Memory = Limits.MemoryBytes,
            MemorySwap = Limits.MemoryBytes,
            PidsLimit = Limits.Pids,
            Ulimits = new object[] { new { Name = "nofile", Soft = 4096, Hard = 4096 }, new { Name = "core", Soft = 0, Hard = 0 } },
            OomScoreAdj = 800,
            LogConfig = new { Type = "json-file", Config = new Dictionary<string, string> { ["max-size"] = "1m", ["max-file"] = "1" } },
        },
    };
}

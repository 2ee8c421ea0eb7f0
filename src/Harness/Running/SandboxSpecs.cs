using Harness.Engines.Sandboxes;
using Harness.Running.Varying;
using Harness.Suites;

namespace Harness.Running;

/// <summary>From a suite to the sandboxes that it asks for; those of all runs that vary the same are of one kind.</summary>
internal static class SandboxSpecs
{
    /// <summary>The specification.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="imageId">Its image, as the engine has it.</param>
    /// <param name="keep">Whether they are to outlive the invocation.</param>
    /// <param name="varied">What those of the run vary that the suite does not say.</param>
    public static SandboxSpec For(Suite suite, string imageId, bool keep, IReadOnlyList<string> varied) => new()
    {
        Image = imageId,
        Platform = suite.Platform,
        User = User(suite),
        Environment = SandboxEnvironment.For(suite),
        Hostname = Variations.HostnameOf(varied),
        Mounts = SandboxMounts.For(suite, Variations.WorkspaceOf(varied)).All,
        Limits = new(
            suite.Limits.MemoryBytes, suite.Limits.Cpus, suite.Limits.Pids,
            suite.Limits.DiskBytes, suite.Limits.Inodes, suite.Limits.SharedMemoryBytes),
        Network = StepNetwork.IsNeeded(suite.Network),
        WritableRoot = suite.Python.Environment == PythonEnvironment.System,
        Keep = keep,
        Labels = new Dictionary<string, string> { ["io.harness.suite"] = suite.Name },
    };

    /// <summary>The suite's user, as engines take it.</summary>
    public static string User(Suite suite) => suite.User == "root" ? "0:0" : suite.User;
}

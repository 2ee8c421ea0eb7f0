using Harness.Engines;

namespace Harness.Doctor.Checks;

/// <summary>Whether the engine can enforce the limits of suites.</summary>
internal static class CgroupCheck
{
    public const string Name = "cgroup";

    private static readonly string[] Needed = ["memory", "cpu", "pids"];

    public static CheckResult Of(DoctorFacts facts)
    {
        if (facts.Engine is not { } engine)
            return CheckResult.Skipped(Name, "no engine");
        var version = engine.CgroupVersion is { } known ? $"cgroup {known}" : "cgroup of an unknown version";
        if (engine.Controllers is not { } controllers)
            return CheckResult.Skipped(Name, $"{version}; the engine does not say what it can limit");
        var missing = Needed.Except(controllers).ToList();
        if (missing.Count > 0)
            return CheckResult.Failed(Name, "cgroup-controllers", $"{version} without {string.Join(", ", missing)}");
        var measured = $"{version} with {string.Join(", ", Needed)}";

        // On v2, swap is part of the memory controller, and always there; Podman's command does not speak of it.
        return engine is { CgroupVersion: "v1", Kind: not EngineKind.PodmanCli } && !controllers.Contains("swap")
            ? CheckResult.Warning(Name, "cgroup-controllers", measured + ", but without swap: a suite that runs out of memory swaps instead of being killed",
                "Add swapaccount=1 to the kernel's command line, or switch swap off.")
            : CheckResult.Passed(Name, measured);
    }
}

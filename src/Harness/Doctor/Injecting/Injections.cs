using Harness.Diagnosis;

namespace Harness.Doctor.Injecting;

/// <summary>The faults that can be made to happen on any machine with an engine and an image with Python.</summary>
public static class Injections
{
    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<Injection> All { get; } =
    [
        .. ((Injection[])
        [
            ImageInjections.ImageNotFound, ImageInjections.RegistryUnreachable, ImageInjections.ContainerStartFailed,
            InstallInjections.DependencyConflict, InstallInjections.ResolverBacktracking, InstallInjections.RequirementNotFound, InstallInjections.RequiresPython,
            InstallInjections.IndexUnreachable, InstallInjections.HashMismatch, InstallInjections.HashMissing, InstallInjections.SourceBuild,
            InstallInjections.SourceBuildFailed, InstallInjections.BuildBackendMissing, InstallInjections.WheelIncompatible, InstallInjections.ArchiveCorrupt,
            ResourceInjections.MemoryLimit, ResourceInjections.MemoryError, ResourceInjections.DiskFull, ResourceInjections.InodesExhausted,
            ResourceInjections.ProcessLimit, ResourceInjections.SharedMemoryFull, ResourceInjections.OutputFlood, ResourceInjections.CpuThrottled,
            EndingInjections.TimeoutInstall, EndingInjections.TimeoutTest, EndingInjections.TimeoutSuite,
            EndingInjections.KilledExternally, EndingInjections.ContainerRemoved, EndingInjections.Crashed,
            TestInjections.TestFailed, TestInjections.ExpectationFailed, TestInjections.Flaky,
            TestInjections.EnvironmentDrift, TestInjections.ContentDrift, TestInjections.OutcomeDrift,
        ]).OrderBy(injection => CauseCatalog.Get(injection.Cause).Code, StringComparer.Ordinal),
    ];

    /// <summary>The one that leads to this cause; null when there is none.</summary>
    public static Injection? Find(string cause) => All.FirstOrDefault(injection => injection.Cause == cause);
}

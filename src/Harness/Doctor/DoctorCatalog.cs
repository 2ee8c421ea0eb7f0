using Harness.Diagnosis;

namespace Harness.Doctor;

/// <summary>What <c>harness doctor</c> may find beyond the causes of runs: names, codes and their texts.</summary>
public static class DoctorCatalog
{
    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<CauseKind> All { get; } =
    [
        new("HARN2801", "rootless-setup",
            "This user cannot run containers without root: subordinate ids or the programs that hand them out are missing.",
            "/etc/subuid, /etc/subgid and the search path.",
            "Give the user ids (sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 USER), install uidmap, then: podman system migrate.",
            "user ci has 0 subordinate user ids and 0 group ids; 65536 are needed."),
        new("HARN2802", "engine-storage",
            "The file system of the engine's images and containers is (nearly) full.",
            "The free space of the engine's own folder.",
            "Remove what is not needed (docker system prune), or move the engine's data to a larger disk.",
            "0 B of 48 MiB are free at /var/lib/docker."),
        new("HARN2803", "cgroup-controllers",
            "The engine cannot limit memory, processors or processes: limits of suites would not be enforced.",
            "What the engine says of itself.",
            "Enable the controllers: on the kernel's command line (cgroup_enable=memory swapaccount=1), or without root by delegation (systemd, Delegate=yes).",
            "cgroup v1 without memory."),
        new("HARN2804", "clock-skew",
            "The engine's clock and this machine's differ, so that times in the evidence do not fit together and certificates may be refused.",
            "The engine's own time, asked between two looks at this machine's clock.",
            "Set the clocks (timedatectl set-ntp true); a virtual machine of a desktop engine gets its own set by restarting it.",
            "the engine's clock is 95.0 s behind."),
        new("HARN2805", "emulation",
            "The image is for another processor and runs through an emulator: slow, and some programs crash there and nowhere else.",
            "The platform of the image beside the engine's own.",
            "Pin the digest of an image for the engine's platform.",
            "linux/arm64 on an engine for linux/amd64, through qemu-aarch64."),
        new("HARN2806", "python-missing",
            "The image has no Python, or no pip where one is needed.",
            "The sanity step of the suite, run in its own sandbox.",
            "Use an image with Python and pip (python:3.11-slim), or name the interpreter: python.executable.",
            "neither python3 nor python starts."),
        new("HARN2807", "memory-low",
            "The machine has less memory free than one sandbox may be granted.",
            "The kernel's count of available memory.",
            "End what needs the memory, or lower limits.memory of the suites.",
            "512 MiB of 2 GiB are available."),
        new("HARN2808", "output-folder",
            "The artifacts cannot be written, or hardly.",
            "A file that was written and removed again, and the free space beside it.",
            "Name another folder (--output, HARNESS_OUTPUT), or make room.",
            "artifacts/smoke cannot be written: Permission denied."),
        new("HARN2809", "no-suite",
            "There is no suite here.",
            "The search for smoke.yml below the working directory.",
            "Write a first one: harness init",
            "no smoke.yml below here."),
        new("HARN2810", "misnamed",
            "A fault that was made to happen was not named as what it is: diagnoses of this machine's runs are to be doubted.",
            "The causes of a run in which only that one thing was wrong.",
            "Look into the artifacts that were kept; the engine's limits or events may not work here (harness doctor).",
            "memory-limit was named test-failed."),
        new("HARN2811", "not-injected",
            "A fault was to be made to happen and was not, so that nothing was learnt of its diagnosis.",
            "What the engine said to the one who was to disturb the container from outside, or that the suite was not run.",
            "Correct what the engine names; harness doctor without --inject checks the engine itself.",
            "killed-externally could not be made to happen: the engine refused the kill: permission denied."),
    ];

    /// <summary>The kind with this name or code; null when there is none.</summary>
    public static CauseKind? Find(string nameOrCode) => All.FirstOrDefault(kind =>
        kind.Name.Equals(nameOrCode, StringComparison.OrdinalIgnoreCase) || kind.Code.Equals(nameOrCode, StringComparison.OrdinalIgnoreCase));
}

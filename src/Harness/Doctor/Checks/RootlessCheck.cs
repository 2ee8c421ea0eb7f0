using Harness.Engines;
using Harness.Engines.Machine;

namespace Harness.Doctor.Checks;

/// <summary>Whether a user who is not root has what containers without root need; it matters where one would be used.</summary>
internal static class RootlessCheck
{
    public const string Name = "rootless";

    public static CheckResult Of(DoctorFacts facts)
    {
        var machine = facts.Machine;
        if (!Matters(facts) || machine.SubordinateIds is not { } ids)
            return CheckResult.Skipped(Name, facts.Engine is { } engine ? (engine.Rootless == true ? "the engine has all it needs" : "the engine runs as root") : "not used");
        if (ids.Users < SubordinateIds.Enough || ids.Groups < SubordinateIds.Enough)
        {
            return CheckResult.Failed(Name, "rootless-setup",
                $"user {machine.User} has {ids.Users} subordinate user ids and {ids.Groups} group ids; {SubordinateIds.Enough} are needed",
                $"sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 {machine.User}, then: podman system migrate");
        }

        return machine.MissingPrograms.Count > 0
            ? CheckResult.Failed(Name, "rootless-setup", $"{string.Join(" and ", machine.MissingPrograms)} cannot be found", "Install them: sudo apt-get install uidmap")
            : CheckResult.Passed(Name, $"user {machine.User} has {ids.Users} subordinate user ids and {ids.Groups} group ids");
    }

    // An engine that answers at a socket has been set up by somebody; Podman's command works in this user's own name.
    private static bool Matters(DoctorFacts facts) => facts.Machine.Uid is > 0 && facts switch
    {
        { Engine: { } engine } => engine is { Kind: EngineKind.PodmanCli, Rootless: true },
        { Choice: EngineChoice.Podman or EngineChoice.PodmanCli } => true,
        { Refusal: { } refusal } => facts.Machine.HasPodman && refusal.LookedAt.Any(attempt => attempt.Candidate.Command == "podman"),
        _ => false,
    };
}

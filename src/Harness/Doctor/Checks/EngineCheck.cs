using Harness.Diagnosis.Rules.Engine;
using Harness.Engines;
using Harness.Evidence;

namespace Harness.Doctor.Checks;

/// <summary>Whether an engine answers and can make containers, and what to do when it does not: above all, whom its socket lets in.</summary>
internal static class EngineCheck
{
    public const string Name = "engine";

    public static CheckResult Of(DoctorFacts facts)
    {
        if (facts.Engine is { } engine)
        {
            var found = $"{Product(engine.Kind)} {engine.Version} at {engine.Endpoint}{(engine.Rootless == true ? ", rootless" : "")}";
            return facts.MissingInit is { } words
                ? CheckResult.Failed(Name, "container-start-failed", $"{found}: {words}", MissingInit.Remedy)
                : CheckResult.Passed(Name, found);
        }

        var refusal = facts.Refusal!;
        return refusal.Fault == EngineFault.EnginePermission
            ? CheckResult.Failed(Name, "engine-permission", Permission(facts), Group(facts))
            : CheckResult.Failed(Name, KebabCase.Of(refusal.Fault), Places(refusal), refusal.Remedy);
    }

    private static string Product(EngineKind kind) => kind is EngineKind.Podman or EngineKind.PodmanCli ? "Podman" : "Docker";

    private static string Places(EngineException refusal) => refusal.LookedAt.Count == 0 ? refusal.Message : string.Join(
        "; ", refusal.LookedAt.Select(attempt => $"{attempt.Candidate.Source} {attempt.Candidate.Address}: {attempt.Reason.TrimEnd('.')}"));

    private static string Permission(DoctorFacts facts) => facts.RefusingSocket is { } socket
        ? $"{socket.Path} belongs to {socket.Owner}:{socket.Group}, mode {socket.Mode}; {facts.Machine.User} is in {string.Join(", ", facts.Machine.Groups)}"
        : Places(facts.Refusal!);

    // The group that owns the socket is the one to join; it need not be called docker. Nobody is to be told to join root's.
    private static string? Group(DoctorFacts facts) => facts.RefusingSocket switch
    {
        null => facts.Refusal!.Remedy,
        { Group: "root" } or { Mode.Length: 3 } and { Mode: [_, < '6', _] } =>
            "No group opens this socket: run as its owner, let the engine give it to a group, or use rootless Podman.",
        var socket when facts.Machine.Groups.Contains(socket.Group) =>
            "The group is right; a folder on the way to the socket is closed to this user.",
        var socket => $"Join the socket's group: sudo usermod -aG {socket.Group} {facts.Machine.User}, then log in again; or use rootless Podman.",
    };
}

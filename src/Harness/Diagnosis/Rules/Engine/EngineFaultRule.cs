using Harness.Engines;
using Harness.Evidence;

namespace Harness.Diagnosis.Rules.Engine;

/// <summary>The engine cannot be used. Needs: the fault as the engine's connection named it.</summary>
internal static class EngineFaultRule
{
    public static Cause? Explain(AttemptEvidence evidence, Fault fault) => fault.Kind switch
    {
        EngineFault.EngineNotFound => Create("engine-not-found", fault, "Install Docker or Podman, or set DOCKER_HOST to an engine's address, for instance unix:///var/run/docker.sock."),
        EngineFault.EngineNotRunning when fault.Message.Contains("did not answer within", StringComparison.Ordinal) => Create("engine-not-running", fault,
            $"It is there and silent: see whether the machine is overloaded or the engine hangs (docker info), then run {evidence.Suite.DisplayFile} again."),
        EngineFault.EngineNotRunning => Create("engine-not-running", fault, $"Start the engine (sudo systemctl start docker), or correct {Address(fault)}."),
        EngineFault.EnginePermission => Create("engine-permission", fault, $"Let this user use {Address(fault)}: sudo usermod -aG docker $USER, then log in again; or use rootless Podman."),
        EngineFault.EngineLost => Create("engine-lost", fault, $"Look at the engine's own log (journalctl -u docker); when it was restarted, run {evidence.Suite.DisplayFile} again."),
        _ => null,
    };

    private static Cause Create(string name, Fault fault, string remedy) =>
        CauseBuilder.Create(name, Confidence.Stated, fault.Message, remedy).Because("engine", fault.Message);

    // The address that the message names; it is part of the engine's own words.
    private static string Address(Fault fault) => fault.Message.Split(' ', '\'', '(', ')', ',')
        .FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal) || word.EndsWith(".sock", StringComparison.Ordinal)) is { } address
        ? address.TrimEnd('.', ':', ';') : "DOCKER_HOST";
}

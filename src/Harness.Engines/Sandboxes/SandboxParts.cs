using Harness.Engines.Cgroups;

namespace Harness.Engines.Sandboxes;

/// <summary>What a running sandbox consists of; its commands, its kills and its end share it.</summary>
internal sealed record SandboxParts(
    IContainerEngine Engine,
    string ContainerId,
    string Name,
    string User,
    SandboxEvents Events,
    MainProcess Main,
    CgroupSampler Sampler,
    KillLedger Ledger,
    SerialObserver Observer,
    TimeProvider Time);

using Harness.Engines.Cgroups;
using Harness.Engines.Sandboxes.Limits;

namespace Harness.Engines.Sandboxes;

/// <summary>What a running sandbox consists of; its commands, its kills and its end share it.</summary>
internal sealed record SandboxParts(
    IContainerEngine Engine,
    string ContainerId,
    string Name,
    string User,
    IReadOnlyList<LimitEnforcement> Limits,
    SandboxEvents Events,
    EngineHealth Health,
    MainProcess Main,
    CgroupSampler Sampler,
    KillLedger Ledger,
    SerialObserver Observer,
    TimeProvider Time);

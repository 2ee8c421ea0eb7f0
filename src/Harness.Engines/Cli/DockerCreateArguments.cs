namespace Harness.Engines.Cli;

/// <summary>What is Docker's own in the command that creates a container.</summary>
internal sealed class DockerCreateArguments : CreateArguments
{
    protected override IEnumerable<string> Own(ContainerSpec spec) =>
    [
        "--tmpfs", $"/tmp:rw,exec,nosuid,nodev,size={Text(spec.Limits.DiskBytes)},nr_inodes={Text(spec.Limits.Inodes)},mode=1777",
        // Without a bound the engine's log of a talkative process fills the host's disk.
        "--log-driver", "json-file", "--log-opt", "max-size=1m", "--log-opt", "max-file=1",
    ];
}

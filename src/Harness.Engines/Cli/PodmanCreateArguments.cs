using Harness.Engines.Podman;

namespace Harness.Engines.Cli;

/// <summary>What is Podman's own in the command that creates a container.</summary>
/// <param name="rootless">Whether it runs without root.</param>
internal sealed class PodmanCreateArguments(bool rootless) : CreateArguments
{
    protected override IEnumerable<string> Own(ContainerSpec spec)
    {
        // The size goes through unread, and with it what Podman has no option for.
        var size = $"tmpfs-size={Text(spec.Limits.DiskBytes)},nr_inodes={Text(spec.Limits.Inodes)}";
        string[] arguments =
        [
            "--mount", $"type=tmpfs,destination=/tmp,\"{size}\",tmpfs-mode=1777,exec,notmpcopyup",
            // A read-only root would come with more writable directories than asked for.
            "--read-only-tmpfs=false",
            // This machine's proxies are not the container's.
            "--http-proxy=false",
            "--log-driver", "k8s-file", "--log-opt", "max-size=1mb",
        ];
        // Without root Podman takes what its user may have.
        return rootless ? arguments : [.. arguments, "--ulimit", $"nproc={UserProcesses}:{UserProcesses}"];
    }

    protected override string Image(string reference) => PodmanImages.FullName(reference);

    private static string UserProcesses => Text(PodmanContainerRequest.UserProcesses);
}

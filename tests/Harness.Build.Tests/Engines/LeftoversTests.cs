using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class LeftoversTests
{
    [Theory]
    [InlineData("/usr/bin/containerd-shim-runc-v2 -namespace moby -address /clone/exec/containerd/containerd.sock", true)]
    [InlineData("containerd --config /clone/exec/containerd/containerd.toml --log-level info", true)]
    [InlineData("containerd --config /clone/exec-of-another/containerd/containerd.toml", false)]
    [InlineData("tail -f /clone/exec/containerd/log", false)]
    [InlineData("", false)]
    public void Only_containerd_and_its_shims_below_the_own_folder_are_ended(string commandLine, bool expected)
    {
        Assert.Equal(expected, Leftovers.IsHelper(commandLine.Split(' '), "/clone/exec"));
    }

    [Theory]
    [InlineData("/usr/bin/conmon --api-version 1 -b /clone/podman/storage/overlay-containers/1/userdata -r /usr/bin/runc", true)]
    [InlineData("/usr/bin/conmon --api-version 1 -b /clone/podman/storage2/overlay-containers/1/userdata", false)]
    [InlineData("/usr/bin/podman --root /clone/podman/storage exec", false)]
    public void Monitors_are_told_by_the_storage_that_their_arguments_name(string commandLine, bool expected) =>
        Assert.Equal(expected, Leftovers.IsMonitor(commandLine.Split(' '), "/clone/podman/storage"));
}

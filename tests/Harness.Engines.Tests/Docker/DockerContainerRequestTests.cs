using Harness.Engines.Docker;

namespace Harness.Engines.Tests.Docker;

public class DockerContainerRequestTests
{
    private static readonly ContainerSpec Spec = new()
    {
        Name = "harness-1",
        Image = "sha256:1",
        Platform = "linux/amd64",
        Command = ["sleep", "1"],
        User = "65534:65534",
        Limits = new ContainerLimits(64 << 20, 0.5, 32, 16 << 20, 1000, 8 << 20),
        Mounts = [new BindMount("/src", "/workspace", ReadOnly: true)],
    };

    [Fact]
    public void A_container_is_closed_up_whatever_its_image_says()
    {
        var request = DockerContainerRequest.From(Spec);

        Assert.Equal(["sleep", "1"], request.Entrypoint);
        Assert.Null(request.Cmd);
        Assert.Equal(["NONE"], request.Healthcheck.Test);
        Assert.Equal(["ALL"], request.HostConfig.CapDrop);
        Assert.Equal(["no-new-privileges"], request.HostConfig.SecurityOpt);
        Assert.True(request.HostConfig.ReadonlyRootfs);
        Assert.True(request.HostConfig.Init);
        Assert.False(request.HostConfig.AutoRemove);
        Assert.Equal("private", request.HostConfig.IpcMode);
        Assert.Equal("none", request.HostConfig.NetworkMode);
    }

    [Fact]
    public void Limits_are_passed_in_the_engines_units_and_swap_is_off()
    {
        var host = DockerContainerRequest.From(Spec).HostConfig;

        Assert.Equal(64 << 20, host.Memory);
        Assert.Equal(host.Memory, host.MemorySwap);
        Assert.Equal(500_000_000, host.NanoCPUs);
        Assert.Equal(32, host.PidsLimit);
        Assert.Equal(8 << 20, host.ShmSize);
        Assert.Equal("rw,exec,nosuid,nodev,size=16777216,nr_inodes=1000,mode=1777", host.Tmpfs["/tmp"]);
    }

    [Fact]
    public void Directories_are_mounted_so_that_a_missing_one_is_an_error()
    {
        var mount = Assert.Single(DockerContainerRequest.From(Spec).HostConfig.Mounts);

        Assert.Equal(("bind", "/src", "/workspace", true), (mount.Type, mount.Source, mount.Target, mount.ReadOnly));
    }

    [Fact]
    public void A_network_is_given_only_when_asked_for() =>
        Assert.Equal("bridge", DockerContainerRequest.From(Spec with { Network = true }).HostConfig.NetworkMode);
}

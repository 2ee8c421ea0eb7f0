using Harness.Build.Engines;

namespace Harness.Build.Tests.Engines;

public sealed class PrivateDockerTests
{
    [Fact]
    public void Sockets_are_in_the_clone_when_its_path_is_short_enough()
    {
        Assert.Equal("/src/artifacts/engine/run", PrivateDocker.ChooseRunDirectory("/src/artifacts/engine", "/tmp", "25fd6607"));
    }

    [Fact]
    public void Sockets_are_in_the_temporary_folder_when_the_path_of_the_clone_is_too_long()
    {
        var engine = "/" + new string('a', 80);

        Assert.Equal("/tmp/harness-25fd6607", PrivateDocker.ChooseRunDirectory(engine, "/tmp", "25fd6607"));
    }

    [Fact]
    public void The_bridges_have_names_that_the_kernel_takes()
    {
        Assert.InRange(Bridge.Name.Length, 1, 15);
        Assert.InRange(PodmanFiles.BridgeName.Length, 1, 15);
        Assert.NotEqual(Bridge.Name, PodmanFiles.BridgeName);
    }
}
